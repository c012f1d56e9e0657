import { chainEntries } from '#lib/audit/chain-entries'
import type { Context } from '#lib/context'
import { appendAudit } from '#lib/data/audit'
import { markWaiting } from '#lib/data/import-rows'
import { deleteImportFile, lockImport, updateImport } from '#lib/data/roster-import'
import { membershipWith } from '#lib/domain/access/actor'
import { addDays, type LocalDate, localDateAt } from '#lib/domain/calendar'
import { ok, type Result, refuse } from '#lib/domain/result'

export type ConfirmRosterImportRefusal =
  | 'not-found'
  | 'import-moved-on'
  | 'nothing-to-import'
  | 'last-day-missing'
  | 'changes-day-out-of-range'
  | 'end-too-far-ahead'

type Input = {
  readonly practiceId: string
  readonly importId: string
  readonly sendInvitations: boolean
  /** From when a new role, place or kind of employment holds. */
  readonly changesFrom: LocalDate | null
  /** People who are not in the file, ticked by hand, and their last day of work. */
  readonly ended: readonly string[]
  readonly lastDay: LocalDate | null
}

/** Says that what the preview shows is to be written. Sent twice, it is said once. */
export async function confirmRosterImport(
  { tx, now, actor }: Context,
  input: Input,
): Promise<Result<null, ConfirmRosterImportRefusal>> {
  const { importId, ended, sendInvitations, changesFrom, lastDay } = input
  const post = membershipWith(actor, input.practiceId, 'manage')
  const record = post && (await lockImport(tx, post.practiceId, importId, { wait: true }))
  if (!post || !record) return refuse('not-found')
  const { practiceId } = post
  if (record.stage === 'apply' || record.stage === 'applied') return ok(null)
  if (record.stage !== 'preview') return refuse('import-moved-on')
  const refusal = dayRefusal(input, localDateAt(now, post.timeZone))
  if (refusal) return refuse(refusal)
  const total = await markWaiting(tx, { practiceId, importId }, ended)
  if (total === 0) return refuse('nothing-to-import')
  const settings = { ...record.settings, sendInvitations, changesFrom, lastDay }
  const confirmed = { confirmedAt: now, confirmedBy: actor.personId }
  await updateImport(
    tx,
    practiceId,
    importId,
    { stage: 'apply', total, done: 0, settings, ...confirmed },
    now,
  )
  await deleteImportFile(tx, practiceId, importId)
  const deed = {
    kind: 'import-confirmed',
    importId,
    rows: total,
    ended: ended.length,
    sendsInvitations: sendInvitations,
  } as const
  await appendAudit(tx, practiceId, chainEntries({ actorPersonId: actor.personId, recordedAt: now }, [deed]))
  return ok(null)
}

const furthestBackDays = 366
const furthestEndDays = 366

function dayRefusal(
  { ended, lastDay, changesFrom }: Input,
  today: LocalDate,
): ConfirmRosterImportRefusal | undefined {
  // A change ahead of today would have to wait for its day, and posts hold what is so today.
  if (changesFrom === null || changesFrom > today || changesFrom < addDays(today, -furthestBackDays))
    return 'changes-day-out-of-range'
  if (ended.length > 0 && lastDay === null) return 'last-day-missing'
  return lastDay !== null && lastDay > addDays(today, furthestEndDays) ? 'end-too-far-ahead' : undefined
}
