import type { Context } from '#lib/context'
import { historiesOfTrack, listRequirements, listStatusEvents } from '#lib/data/compliance-history'
import { listCycleRecords } from '#lib/data/training'
import { postsOf } from '#lib/domain/access/actor'
import { localDateAt } from '#lib/domain/calendar'
import { calendarEntries } from '#lib/domain/compliance/calendar-entries'
import { complianceStatus } from '#lib/domain/compliance/compliance-status'
import type { AssignmentId } from '#lib/domain/ids'
import { ok, type Result, refuse } from '#lib/domain/result'
import { postOfRow } from '#lib/domain/training/place-of-work'
import { calendarFile } from '#lib/ical/calendar-file'
import { derivedId } from '#lib/system/derived-id'

/**
 * The day by which the actor owes one of their own trainings, for a calendar; the earliest where several ask for it. A file
 * without a day where nothing is owed.
 */
export async function exportDueDate(
  { tx, actor, now, language, settings }: Context,
  { assignmentId }: { assignmentId: AssignmentId },
): Promise<Result<string, 'not-found'>> {
  const [record] = await listCycleRecords(tx, postsOf(actor), language, { assignmentId })
  if (!record) return refuse('not-found')
  const { practiceId, staffMemberId, trackId } = record
  const requirements = await listRequirements(tx, [practiceId])
  const events = await listStatusEvents(tx, [practiceId], staffMemberId)
  const post = postOfRow(actor, record)
  const today = localDateAt(now, post.timeZone)
  const days = historiesOfTrack(post, trackId, requirements, events.get(staffMemberId))
    .flatMap((history) =>
      calendarEntries(complianceStatus(history, today), (kind, turnOn) =>
        derivedId('due date', assignmentId, turnOn, kind),
      ),
    )
    .filter(({ kind }) => kind === 'due')
    .toSorted((a, b) => (a.on < b.on ? -1 : 1))
  const url = `${settings.origin}/training`
  return ok(calendarFile({ entries: days.slice(0, 1), language, alarmDays: 1, url, today }))
}
