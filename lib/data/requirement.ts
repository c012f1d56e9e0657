import type { Tx } from '#lib/data/database'
import { toDateColumn, toInstantColumn } from '#lib/data/dates'
import type { Instant, LocalDate } from '#lib/domain/calendar'
import type { RequirementDraft } from '#lib/domain/compliance/requirement-draft'
import type { PersonId, PracticeId } from '#lib/domain/ids'

export type Track = { readonly id: string; readonly title: string; readonly summary: string }

/** The newest version of every published track. */
export async function listTracks(tx: Tx): Promise<Track[]> {
  return await tx.$queryRaw<Track[]>`
    SELECT DISTINCT ON (track_id) track_id AS id, title, summary FROM track_version
    ORDER BY track_id, version DESC LIMIT 200`
}

export type NewRequirement = RequirementDraft & {
  readonly id: string
  readonly policyId: string
  readonly name: string
  readonly effectiveOn: LocalDate
}

/** Writes a requirement and the first version of its policy. False where one of this id is there already. */
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
  return true
}
