import { randomUUID } from 'node:crypto'
import type { Tx } from '#lib/data/database'
import { toInstantColumn } from '#lib/data/dates'
import type { Instant } from '#lib/domain/calendar'
import type { PersonId, PracticeId } from '#lib/domain/ids'
import type { Language } from '#lib/domain/language'

export type SignInRecord = {
  readonly personId: PersonId
  readonly passwordHash: string
  /** What the person chose; null until they did. */
  readonly language: Language | null
}

/** Undefined for an unknown address and for a person who has no password yet. The address is lower case. */
export async function findSignIn(tx: Tx, emailAddress: string): Promise<SignInRecord | undefined> {
  const rows = await tx.$queryRaw<SignInRecord[]>`
    SELECT p.id AS "personId", c.password_hash AS "passwordHash", p.language
    FROM person p JOIN credential c ON c.person_id = p.id
    WHERE p.email_address = ${emailAddress}`
  return rows[0]
}

/** The person of this address, made if there is none: practices that share a person find the same one. */
export async function personOfAddress(tx: Tx, emailAddress: string, now: Instant): Promise<PersonId> {
  const rows = await tx.$queryRaw<{ id: PersonId }[]>`
    WITH made AS (
      INSERT INTO person (id, email_address, created_at)
      VALUES (${randomUUID()}::uuid, ${emailAddress}, ${now}::timestamptz)
      ON CONFLICT (email_address) DO NOTHING
      RETURNING id)
    SELECT id FROM made UNION ALL SELECT id FROM person WHERE email_address = ${emailAddress}`
  const [row] = rows
  // A rival transaction made the person after this statement began: it is visible to the next one.
  return row ? row.id : personOfAddress(tx, emailAddress, now)
}

export async function findAddress(tx: Tx, personId: PersonId): Promise<string | null> {
  return (
    (await tx.person.findUnique({ where: { id: personId }, select: { emailAddress: true } }))?.emailAddress ??
    null
  )
}

/** What the practice's mail to the person is written in: what they chose, if the practice may know that, or English. */
export async function findLanguage(tx: Tx, practiceId: PracticeId, personId: PersonId): Promise<Language> {
  const rows = await tx.$queryRaw<{ language: Language }[]>`
    SELECT mail_language(${practiceId}::uuid, ${personId}::uuid) AS language`
  return rows[0]?.language ?? 'en'
}

export async function hasPassword(tx: Tx, personId: PersonId): Promise<boolean> {
  return (await tx.credential.count({ where: { personId } })) > 0
}

export async function savePassword(
  tx: Tx,
  personId: PersonId,
  passwordHash: string,
  now: Instant,
): Promise<void> {
  const change = { passwordHash, changedAt: toInstantColumn(now) }
  await tx.credential.upsert({ where: { personId }, create: { personId, ...change }, update: change })
}

export async function saveLanguage(tx: Tx, personId: PersonId, language: Language): Promise<void> {
  await tx.$executeRaw`UPDATE person SET language = ${language} WHERE id = ${personId}::uuid`
}
