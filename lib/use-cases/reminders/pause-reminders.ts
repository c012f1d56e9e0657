import { chainEntries } from '#lib/audit/chain-entries'
import type { Context } from '#lib/context'
import { appendAudit } from '#lib/data/audit'
import { findStaffMember } from '#lib/data/practice'
import { lockReminders } from '#lib/data/reminder'
import { insertReminderPause } from '#lib/data/reminder-settings'
import { membershipWith } from '#lib/domain/access/actor'
import { addDays, type LocalDate, localDateAt } from '#lib/domain/calendar'
import { ok, type Result, refuse } from '#lib/domain/result'

export type PauseRemindersRefusal = 'not-found' | 'pause-over-already' | 'pause-too-long'

type Input = {
  readonly practiceId: string
  readonly staffMemberId: string
  /** The last day of the pause; null ends one. */
  readonly through: LocalDate | null
  readonly reason: string | null
}

const mostDays = 366

/** Lets one person's reminders rest through a day. It moves no due date, and a manager may still remind by hand. */
export async function pauseReminders(
  { tx, now, actor }: Context,
  { practiceId: wanted, staffMemberId: wantedMember, through, reason }: Input,
): Promise<Result<null, PauseRemindersRefusal>> {
  const post = membershipWith(actor, wanted, 'manage')
  const member = post && (await findStaffMember(tx, post.practiceId, wantedMember))
  if (!post || !member) return refuse('not-found')
  const { practiceId, timeZone } = post
  const today = localDateAt(now, timeZone)
  if (through !== null && through < today) return refuse('pause-over-already')
  if (through !== null && through > addDays(today, mostDays)) return refuse('pause-too-long')
  const staffMemberId = member.id
  await lockReminders(tx, practiceId)
  await insertReminderPause(tx, practiceId, actor.personId, { staffMemberId, through, reason }, now)
  const deed = { kind: 'reminders-paused', staffMemberId, through } as const
  await appendAudit(tx, practiceId, chainEntries({ actorPersonId: actor.personId, recordedAt: now }, [deed]))
  return ok(null)
}
