import type { Context } from '#lib/context'
import { saveFeedAlarm } from '#lib/data/calendar-feed'
import { ok, type Result, refuse } from '#lib/domain/result'

export type ChangeAlarmRefusal = 'no-calendar-feed'

/** How long before an entry the actor's calendar reminds. Calendars learn of it when they ask next. */
export async function changeAlarm(
  { tx, actor }: Context,
  { alarmDays }: { alarmDays: number | null },
): Promise<Result<null, ChangeAlarmRefusal>> {
  return (await saveFeedAlarm(tx, actor.personId, alarmDays)) ? ok(null) : refuse('no-calendar-feed')
}
