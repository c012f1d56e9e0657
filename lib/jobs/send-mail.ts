import type { JobHandler } from '#lib/jobs/job'
import { sendDueMail } from '#lib/use-cases/mail/send-due-mail'
import { checkWaitingMail } from '#lib/use-cases/reminders/check-waiting-mail'

/** Sends what is due. Without SMTP settings mail stays in the outbox, where the administrator reads it. */
export const sendMail: JobHandler = async ({ database, clock, settings, mailer }) => {
  const post = await mailer()
  if (!post) return
  const db = await database()
  const { origin } = settings()
  await sendDueMail(db, post.send, clock, (practiceId, mail, at) =>
    checkWaitingMail(db, origin, practiceId, mail, at),
  )
}
