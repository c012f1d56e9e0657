import { type Database, inTransaction } from '#lib/data/database'
import { claimDueMail, type DueMail, listPracticesWithDueMail, recordMailOutcome } from '#lib/data/due-mail'
import { enterPractice } from '#lib/data/scope'
import { addMinutes, type Instant } from '#lib/domain/calendar'
import type { PracticeId } from '#lib/domain/ids'
import type { Mailer } from '#lib/mail/send-mail'

const atOnce = 50
// A worker that dies leaves its claim to the next one after this time.
const claimMinutes = 15
// As long as the slowest server may take with one message. What cannot be begun in time is left for the next turn, since
// another worker may take it as soon as the claim is over.
const slowestMinutes = 8
const mostTries = 12

/** Looks at a claimed message once more: as it is to be sent, or null where it is not sent now. */
export type LastLook = (practiceId: PracticeId, mail: DueMail, now: Instant) => Promise<DueMail | null>

/**
 * Sends the mail that is due, practice by practice. A message is claimed in a transaction of its own before it is sent, so
 * that two workers never send the same one and no transaction waits for a mail server.
 */
export async function sendDueMail(
  db: Database,
  send: Mailer['send'],
  clock: () => Instant,
  lastLook: LastLook,
): Promise<void> {
  for (const practiceId of await inTransaction(db, (tx) => listPracticesWithDueMail(tx, clock()))) {
    const claimedAt = clock()
    const claimed = await inTransaction(db, async (tx) => {
      await enterPractice(tx, practiceId)
      return claimDueMail(tx, practiceId, claimedAt, addMinutes(claimedAt, claimMinutes), atOnce)
    })
    const lastBeginning = addMinutes(claimedAt, claimMinutes - slowestMinutes)
    for (const mail of claimed) {
      if (clock() > lastBeginning) break
      const ready = await lastLook(practiceId, mail, clock())
      if (ready) await sendOne(db, practiceId, ready, send, clock)
    }
  }
}

async function sendOne(
  db: Database,
  practiceId: PracticeId,
  mail: DueMail,
  send: Mailer['send'],
  clock: () => Instant,
): Promise<void> {
  const to = { name: mail.toName, address: mail.toAddress }
  const outcome = await send({ id: mail.id, to, subject: mail.subject, text: mail.body })
  const over = outcome.kind === 'permanent-failure' || mail.attempts >= mostTries
  const stored =
    outcome.kind === 'sent'
      ? { sentAt: clock(), nextAttemptAt: null, problem: null }
      : {
          sentAt: null,
          nextAttemptAt: over ? null : nextTry(clock(), mail.attempts),
          problem: outcome.problem,
        }
  await inTransaction(db, async (tx) => {
    await enterPractice(tx, practiceId)
    await recordMailOutcome(tx, practiceId, mail.id, stored)
  })
}

/** One, two, four … minutes later, two hours at most: a server that restarts is met soon, one that is gone is left in peace. */
function nextTry(now: Instant, attempts: number): Instant {
  return addMinutes(now, Math.min(2 ** (attempts - 1), 120))
}
