import type { Context } from '#lib/context'
import { deleteRows } from '#lib/data/import-rows'
import { deleteImportFile, lockImport, updateImport } from '#lib/data/roster-import'
import { membershipWith } from '#lib/domain/access/actor'
import { isOpen, newSettings } from '#lib/domain/people/roster-import/import-state'
import { ok, type Result, refuse } from '#lib/domain/result'

export type WithdrawRosterImportRefusal = 'not-found' | 'import-moved-on'

/** Gives a file up that was not confirmed: what it said of people is gone. */
export async function withdrawRosterImport(
  { tx, now, actor }: Context,
  input: { practiceId: string; importId: string },
): Promise<Result<null, WithdrawRosterImportRefusal>> {
  const { importId } = input
  const post = membershipWith(actor, input.practiceId, 'manage')
  const record = post && (await lockImport(tx, post.practiceId, importId, { wait: true }))
  if (!post || !record) return refuse('not-found')
  const { practiceId } = post
  if (record.stage === 'withdrawn') return ok(null)
  if (!isOpen(record.stage)) return refuse('import-moved-on')
  await deleteImportFile(tx, practiceId, importId)
  await deleteRows(tx, { practiceId, importId })
  const settings = { ...newSettings, format: record.settings.format }
  await updateImport(tx, practiceId, importId, { stage: 'withdrawn', settings }, now)
  return ok(null)
}
