import { inTransaction } from '#lib/data/database'
import { enterPractice } from '#lib/data/scope'
import { type Instant, type LocalDate, localDateAt } from '#lib/domain/calendar'
import { complianceStatus } from '#lib/domain/compliance/compliance-status'
import { owedTurn } from '#lib/domain/compliance/reminder-schedule'
import type { Ledger } from '#tests/support/decade/ledger'
import type { World } from '#tests/support/world'

type Sent = {
  readonly key: string
  readonly kind: string
  readonly turnOn: LocalDate
  readonly dueOn: LocalDate
  readonly mailId: string
  readonly to: string
  readonly sentAt: Instant
}

/** Every reminder that left the practice, with its mail. */
export async function listSent(world: World, { practiceId }: Ledger): Promise<readonly Sent[]> {
  return inTransaction(world.db, async (tx) => {
    await enterPractice(tx, practiceId)
    return tx.$queryRaw<Sent[]>`
      SELECT r.staff_member_id || ' ' || r.requirement_id AS key, r.kind, r.turn_on::text AS "turnOn",
        r.due_on::text AS "dueOn", m.id AS "mailId", m.to_address AS to,
        to_char(m.sent_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "sentAt"
      FROM reminder r JOIN mail_message m ON m.practice_id = r.practice_id AND m.id = r.mail_message_id
      WHERE r.practice_id = ${practiceId}::uuid AND m.sent_at IS NOT NULL ORDER BY m.sent_at, r.due_on`
  })
}

/** What is wrong with the reminders that were sent, as everything stood at the moment of their sending. */
export function reminderFaults(sent: readonly Sent[], ledger: Ledger): readonly string[] {
  const faults = sent.flatMap((one) => {
    const { key, turnOn, dueOn, kind, sentAt } = one
    const history = ledger.lines.get(key)?.history
    if (!history) return [`${key}: reminded, and unknown`]
    const today = localDateAt(sentAt, ledger.zone)
    const answer = complianceStatus(history, today, sentAt)
    const turn = owedTurn(answer)
    const isOwed = turn !== null && turn.turnOn === turnOn && turn.dueOn === dueOn
    const isInTime = kind === 'after-1' ? today > dueOn : today <= dueOn
    return isOwed && isInTime ? [] : [`${key} on ${today}: ${kind} for ${dueOn}, but ${answer.status}`]
  })
  return [
    ...faults,
    ...repeated(sent.map(({ key, turnOn, dueOn, kind }) => `${key} ${turnOn} ${dueOn} ${kind}`)),
    ...repeated(mailsADay(sent, ledger)),
  ]
}

/** One mail a day speaks of everything. */
function mailsADay(sent: readonly Sent[], { zone }: Ledger): readonly string[] {
  const mails = new Map(sent.map((one) => [one.mailId, one]))
  return [...mails.values()].map(({ to, sentAt }) => `${to} on ${localDateAt(sentAt, zone)}`)
}

const repeated = (texts: readonly string[]) => texts.filter((text, index) => texts.indexOf(text) !== index)
