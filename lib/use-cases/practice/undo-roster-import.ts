import { chainEntries } from '#lib/audit/chain-entries'
import type { Context } from '#lib/context'
import { appendAudit } from '#lib/data/audit'
import { markForUndo } from '#lib/data/import-rows'
import { lockImport, updateImport } from '#lib/data/roster-import'
import { membershipWith } from '#lib/domain/access/actor'
import { ok, type Result, refuse } from '#lib/domain/result'

export type UndoRosterImportRefusal = 'not-found' | 'import-moved-on'

/** Says that what an import wrote is to be taken back, person by person. Sent twice, it is said once. */
export async function undoRosterImport(
  { tx, now, actor }: Context,
  input: { practiceId: string; importId: string },
): Promise<Result<null, UndoRosterImportRefusal>> {
  const { importId } = input
  const post = membershipWith(actor, input.practiceId, 'manage')
  const record = post && (await lockImport(tx, post.practiceId, importId, { wait: true }))
  if (!post || !record) return refuse('not-found')
  const { practiceId } = post
  if (record.stage === 'undo' || record.stage === 'undone') return ok(null)
  if (record.stage !== 'applied') return refuse('import-moved-on')
  const total = await markForUndo(tx, { practiceId, importId })
  await updateImport(
    tx,
    practiceId,
    importId,
    { stage: 'undo', total, done: 0, undoneBy: actor.personId },
    now,
  )
  const deed = { kind: 'import-undone', importId, rows: total } as const
  await appendAudit(tx, practiceId, chainEntries({ actorPersonId: actor.personId, recordedAt: now }, [deed]))
  return ok(null)
}
