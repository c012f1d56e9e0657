import type { Context } from '#lib/context'
import { findFeed } from '#lib/data/calendar-feed'
import { type AlarmChoice, alarmChoiceOf, alarmChoices } from '#lib/domain/compliance/calendar-entries'
import { ok, type Result } from '#lib/domain/result'

export type FeedView = { readonly isOn: boolean; readonly alarm: AlarmChoice }

/** Whether the actor has a calendar, and when it reminds. */
export async function viewFeed({ tx, actor }: Context): Promise<Result<FeedView, 'not-found'>> {
  const feed = await findFeed(tx, actor.personId)
  return ok({ isOn: feed !== undefined, alarm: feed ? alarmChoiceOf(feed.alarmDays) : alarmChoices[0] })
}
