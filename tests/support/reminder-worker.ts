// A worker's morning as a process of its own, which a test may kill: it plans, sends what is due, says "begun" and "done".
// Its clock is an argument and stands still.
import { connectDatabase } from '#lib/data/client'
import { instantFrom } from '#lib/domain/calendar'
import { createMailer } from '#lib/mail/send-mail'
import { sendDueMail } from '#lib/use-cases/mail/send-due-mail'
import { checkWaitingMail } from '#lib/use-cases/reminders/check-waiting-mail'
import { planReminders } from '#lib/use-cases/reminders/plan-reminders'

const [databaseUrl = '', smtpUrl = '', at = ''] = process.argv.slice(2)
const now = instantFrom(at)
const origin = 'http://127.0.0.1:3000'
const db = connectDatabase({ url: databaseUrl, maxConnections: 4 })
const mailer = createMailer({ smtpUrl, from: { name: 'Training', address: 'training@practice.example' } })

process.stdout.write('begun\n')
await planReminders(db, { clock: () => now, origin })
await sendDueMail(
  db,
  mailer.send,
  () => now,
  (practiceId, mail, moment) => checkWaitingMail(db, origin, practiceId, mail, moment),
)
mailer.close()
await db.$disconnect()
process.stdout.write('done\n')
