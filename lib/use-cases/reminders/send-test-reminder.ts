import type { Context } from '#lib/context'
import { insertMail } from '#lib/data/mail'
import { listReminderTexts } from '#lib/data/reminder-settings'
import { membershipWith } from '#lib/domain/access/actor'
import { addDays, localDateAt } from '#lib/domain/calendar'
import type { Language } from '#lib/domain/language'
import { ownReminderText, type ReminderMoment } from '#lib/domain/mail/reminder-text'
import { ok, type Result, refuse } from '#lib/domain/result'
import { composeReminder } from '#lib/mail/compose-reminder'

export type SendTestReminderRefusal = 'not-found' | 'own-address-missing'

/** Mails the text as it is saved to whoever asks, with a day made up, and to nobody else. It counts as no reminder. */
export async function sendTestReminder(
  { tx, now, actor, settings }: Context,
  { language, moment, ...input }: { practiceId: string; language: Language; moment: ReminderMoment },
): Promise<Result<null, SendTestReminderRefusal>> {
  const post = membershipWith(actor, input.practiceId, 'manage')
  if (!post) return refuse('not-found')
  if (actor.emailAddress === null) return refuse('own-address-missing')
  const { practiceId, practiceName: practice, timeZone, name } = post
  const today = localDateAt(now, timeZone)
  const dueDays = [addDays(today, moment === 'after' ? -1 : 14)]
  const link = `${settings.origin}/training`
  const own = ownReminderText(await listReminderTexts(tx, practiceId))
  const words = composeReminder(language, { name, practice, today, dueDays, way: 'training', link }, own)
  const to = { personId: actor.personId, toName: name, toAddress: actor.emailAddress }
  await insertMail(tx, practiceId, { kind: 'test', ...to, ...words }, now)
  return ok(null)
}
