import type { Tx } from '#lib/data/database'
import { toDateColumn, toInstantColumn } from '#lib/data/dates'
import { refreshEveryone } from '#lib/data/projection'
import type { Instant, LocalDate } from '#lib/domain/calendar'
import type { RequirementDraft } from '#lib/domain/compliance/requirement-draft'
import type { PersonId, PracticeId } from '#lib/domain/ids'
import type { Language } from '#lib/domain/language'

export type Track = {
  readonly id: string
  readonly title: string
  readonly summary: string
  readonly modules: number
  /** Of its modules as they are today, quizzes not counted. */
  readonly minutes: number
}

/** The newest version of every published track. */
export async function listTracks(tx: Tx, language: Language): Promise<Track[]> {
  return await tx.$queryRaw<Track[]>`
    SELECT DISTINCT ON (t.track_id) t.track_id AS id, coalesce(w.title, t.title) AS title,
      coalesce(w.summary, t.summary) AS summary, cardinality(t.module_ids) AS modules,
      (SELECT coalesce(sum(newest.minutes), 0)::int FROM
        (SELECT DISTINCT ON (m.module_id) m.minutes FROM module_version m
          WHERE m.module_id = ANY (t.module_ids) ORDER BY m.module_id, m.version DESC) newest) AS minutes
    FROM track_version t
    LEFT JOIN track_translation w ON w.track_version_id = t.id AND w.language = ${language}
    ORDER BY t.track_id, t.version DESC LIMIT 200`
}

export type NewRequirement = RequirementDraft & {
  readonly id: string
  readonly policyId: string
  readonly name: string
  readonly effectiveOn: LocalDate
}

/** Writes a requirement and the first version of its policy, and derives anew where everybody stands. False where one of this id is there already. */
export async function insertRequirement(
  tx: Tx,
  practiceId: PracticeId,
  actor: PersonId,
  requirement: NewRequirement,
  now: Instant,
): Promise<boolean> {
  const { id, policyId, name, trackId, effectiveOn, rhythm } = requirement
  const at = toInstantColumn(now)
  const made = await tx.requirement.createMany({
    data: [{ practiceId, id, name, trackId, createdAt: at, createdBy: actor }],
    skipDuplicates: true,
  })
  if (made.count === 0) return false
  const { firstDueDays, windowMonths, graceDays, returnDays, attemptLimit } = requirement
  await tx.requirementPolicy.create({
    data: {
      practiceId,
      id: policyId,
      requirementId: id,
      effectiveOn: toDateColumn(effectiveOn),
      recordedAt: at,
      recordedBy: actor,
      roles: [...requirement.roles],
      cadence: rhythm.cadence,
      periodMonths: rhythm.cadence === 'once' ? null : rhythm.periodMonths,
      firstDueDays,
      windowMonths,
      graceDays,
      returnDays,
      attemptLimit,
      earlyCredit: 'reanchor',
      authority: 'practice-policy',
    },
  })
  await refreshEveryone(tx, practiceId, now)
  return true
}
