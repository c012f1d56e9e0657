import type { Tx } from '#lib/data/database'
import type { LocalDate } from '#lib/domain/calendar'
import type { PersonId, PracticeId, StaffMemberId } from '#lib/domain/ids'
import type { Language } from '#lib/domain/language'

/** Somebody who goes on with a draft, works at the practice today, and can be written to. */
export type DraftMailReader = {
  readonly staffMemberId: StaffMemberId
  readonly personId: PersonId
  readonly name: string
  readonly emailAddress: string
  readonly language: Language
}

/** Who may write, or review, at the practice today. */
export async function listDraftMailReaders(
  tx: Tx,
  practiceId: PracticeId,
  capability: 'author' | 'review',
  today: LocalDate,
): Promise<DraftMailReader[]> {
  return await tx.$queryRaw<DraftMailReader[]>`
    SELECT m.id AS "staffMemberId", p.id AS "personId", m.name, p.email_address AS "emailAddress",
      mail_language(m.practice_id, p.id) AS language
    FROM staff_member m JOIN person p ON p.id = m.person_id
    WHERE m.practice_id = ${practiceId}::uuid AND ${capability} = ANY (m.capabilities) AND p.email_address IS NOT NULL
      AND m.hidden_at IS NULL AND m.started_on <= ${today}::date AND (m.ended_on IS NULL OR m.ended_on >= ${today}::date)
    ORDER BY m.name, m.id LIMIT 500`
}
