import { database } from '#lib/jobs/context'
import type { JobHandler } from '#lib/jobs/job'
import { createMailer, type Mailer } from '#lib/mail/send-mail'
import { now } from '#lib/system/clock'
import { settings } from '#lib/system/env'
import { sendDueMail } from '#lib/use-cases/mail/send-due-mail'
import { checkWaitingMail } from '#lib/use-cases/reminders/check-waiting-mail'

let mailer: Mailer | undefined

/** Sends what is due. Without SMTP settings mail stays in the outbox, where the administrator reads it. */
export const sendMail: JobHandler = async () => {
  const { smtpUrl, mailFrom, origin } = settings()
  if (!smtpUrl) return
  mailer ??= createMailer({ smtpUrl, from: { name: 'Training', address: mailFrom } })
  const db = await database()
  await sendDueMail(db, mailer.send, now, (practiceId, mail, at) =>
    checkWaitingMail(db, origin, practiceId, mail, at),
  )
}
