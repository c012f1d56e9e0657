import { oneTimeTokenHash } from '#lib/auth/one-time-token'
import type { VisitorContext } from '#lib/context'
import { findFeedOwner } from '#lib/data/calendar-feed'
import { listPosts, type Post } from '#lib/data/practice'
import { listReminderRows } from '#lib/data/reminder'
import { enterPerson, enterPractice } from '#lib/data/scope'
import { type LocalDate, localDateAt } from '#lib/domain/calendar'
import { type CalendarEntry, calendarEntries } from '#lib/domain/compliance/calendar-entries'
import { ok, type Result, refuse } from '#lib/domain/result'
import { calendarFile } from '#lib/ical/calendar-file'
import { derivedId } from '#lib/system/derived-id'

/** The days of whoever the secret address belongs to, at every place where they work. It names no training and no place. */
export async function readFeed(
  context: VisitorContext,
  { token }: { token: string },
): Promise<Result<string, 'not-found'>> {
  const { tx, now, settings } = context
  const tokenHash = oneTimeTokenHash(token)
  const owner = tokenHash && (await findFeedOwner(tx, tokenHash))
  if (!owner) return refuse('not-found')
  await enterPerson(tx, owner.personId)
  const entries: CalendarEntry[] = []
  let today = localDateAt(now, 'UTC')
  for (const post of await listPosts(tx, owner.personId)) {
    today = localDateAt(now, post.timeZone)
    if (post.endedOn === null || post.endedOn >= today)
      entries.push(...(await entriesOf(context, post, today)))
  }
  const { language, alarmDays } = owner
  return ok(calendarFile({ entries, language, alarmDays, today, url: `${settings.origin}/training` }))
}

async function entriesOf(
  { tx, now }: VisitorContext,
  post: Post,
  today: LocalDate,
): Promise<readonly CalendarEntry[]> {
  await enterPractice(tx, post.practiceId)
  const rows = await listReminderRows(tx, post, { today, now }, post.staffMemberId)
  return rows.flatMap(({ answer, requirement }) => {
    if (!answer || !requirement) return []
    return calendarEntries(answer, (kind, turnOn) =>
      derivedId('calendar', post.staffMemberId, requirement.id, turnOn, kind),
    )
  })
}
