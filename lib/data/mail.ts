import { randomUUID } from 'node:crypto'
import type { Tx } from '#lib/data/database'
import { fromInstantColumn, toInstantColumn } from '#lib/data/dates'
import type { Instant } from '#lib/domain/calendar'
import type { PersonId, PracticeId } from '#lib/domain/ids'

/**
 * `reminder` is one that a manager sent; `automatic-reminder`, `digest` and `refresher` keep the quiet hours. That somebody was
 * sent a `refresher` is their own affair: no list of mail shows it to anybody else.
 */
export type MailKind =
  | 'invitation'
  | 'reset'
  | 'reminder'
  | 'automatic-reminder'
  | 'digest'
  | 'refresher'
  | 'outside-review'
  | 'draft'
  | 'test'

export type NewMail = {
  readonly kind: MailKind
  /** Null for somebody who has no account. */
  readonly personId: PersonId | null
  readonly toName: string
  readonly toAddress: string
  readonly subject: string
  readonly body: string
}

export type Mail = NewMail & {
  readonly id: string
  readonly createdAt: Instant
  readonly sentAt: Instant | null
  readonly problem: string | null
}

/** Puts a message in the practice's outbox. The worker sends it when there are SMTP settings. Returns its id. */
export async function insertMail(
  tx: Tx,
  practiceId: PracticeId,
  mail: NewMail,
  now: Instant,
): Promise<string> {
  const id = randomUUID()
  const createdAt = toInstantColumn(now)
  await tx.mailMessage.create({ data: { practiceId, id, ...mail, createdAt, nextAttemptAt: createdAt } })
  return id
}

/** The same for many at once. */
export async function insertMails(
  tx: Tx,
  practiceId: PracticeId,
  mails: readonly NewMail[],
  now: Instant,
): Promise<void> {
  const createdAt = toInstantColumn(now)
  await tx.mailMessage.createMany({
    data: mails.map((mail) => ({
      practiceId,
      id: randomUUID(),
      ...mail,
      createdAt,
      nextAttemptAt: createdAt,
    })),
  })
}

/** The newest first. */
export async function listMail(
  tx: Tx,
  practiceId: PracticeId,
  { limit }: { limit: number },
): Promise<Mail[]> {
  const rows = await tx.mailMessage.findMany({
    where: { practiceId },
    orderBy: { createdAt: 'desc' },
    take: limit,
  })
  return rows.map((row) => ({
    ...row,
    kind: row.kind as MailKind,
    personId: row.personId as PersonId | null,
    createdAt: fromInstantColumn(row.createdAt),
    sentAt: row.sentAt && fromInstantColumn(row.sentAt),
  }))
}
