import type { Tx } from '#lib/data/database'
import { toInstantColumn } from '#lib/data/dates'
import { refreshEveryone } from '#lib/data/projection'
import type { Instant, LocalDate } from '#lib/domain/calendar'
import { defaultTerms, type Policy } from '#lib/domain/compliance/policy'
import type { PolicyRules } from '#lib/domain/compliance/policy-rules'
import { type RequirementDraft, rulesOfDraft } from '#lib/domain/compliance/requirement-draft'
import type { ProfileSnapshot } from '#lib/domain/curriculum/requirement-profile'
import type { PersonId, PracticeId } from '#lib/domain/ids'
import type { Language } from '#lib/domain/language'

export type Track = {
  readonly id: string
  readonly title: string
  readonly summary: string
  readonly modules: number
  readonly cases: number
  /** Of its modules and cases as they are today, quizzes not counted. */
  readonly minutes: number
}

/** The newest version of every track of the library and of the practice's own. */
export async function listTracks(tx: Tx, practiceId: PracticeId, language: Language): Promise<Track[]> {
  return await tx.$queryRaw<Track[]>`
    SELECT DISTINCT ON (t.track_id) t.track_id AS id, coalesce(w.title, t.title) AS title,
      coalesce(w.summary, t.summary) AS summary, cardinality(t.module_ids) AS modules,
      coalesce(cardinality(t.case_ids), 0) AS cases,
      (SELECT coalesce(sum(newest.minutes), 0)::int FROM
        (SELECT DISTINCT ON (m.module_id) m.minutes FROM module_version m
          WHERE m.module_id = ANY (t.module_ids) ORDER BY m.module_id, m.version DESC) newest)
        + (SELECT coalesce(sum(newest.minutes), 0)::int FROM
          (SELECT DISTINCT ON (d.case_id) d.minutes FROM case_version d
            WHERE d.case_id = ANY (t.case_ids) ORDER BY d.case_id, d.version DESC) newest) AS minutes
    FROM track_version t
    LEFT JOIN track_translation w ON w.track_version_id = t.id AND w.language = ${language}
    WHERE t.practice_id IS NULL OR t.practice_id = ${practiceId}::uuid
    ORDER BY t.track_id, t.version DESC LIMIT 200`
}

/** What a version of a policy says, and who says it. */
export type NewPolicy = {
  readonly policyId: string
  /** From 1, without a gap. */
  readonly version: number
  readonly effectiveOn: LocalDate
  readonly appliesTo: Policy['appliesTo']
  readonly rules: PolicyRules
  readonly attemptLimit: number
  /** The profile behind it as it stands; null for the practice's own policy. */
  readonly profile: ProfileSnapshot | null
  readonly reason: string | null
}

export type NewRequirement = RequirementDraft & {
  readonly id: string
  readonly policyId: string
  readonly name: string
  readonly effectiveOn: LocalDate
  readonly profile?: ProfileSnapshot | null
}

/** Writes a requirement and the first version of its policy. False where one of this id is there already. */
export async function insertRequirement(
  tx: Tx,
  practiceId: PracticeId,
  actor: PersonId,
  requirement: NewRequirement,
  now: Instant,
): Promise<boolean> {
  const { id, policyId, name, trackId, renewalTrackId = null, effectiveOn, attemptLimit } = requirement
  const { profile = null } = requirement
  const made = await tx.requirement.createMany({
    data: [
      { practiceId, id, name, trackId, renewalTrackId, createdAt: toInstantColumn(now), createdBy: actor },
    ],
    skipDuplicates: true,
  })
  if (made.count === 0) return false
  const rules = rulesOfDraft(requirement, profile?.profile ?? null)
  const terms = { effectiveOn, appliesTo: defaultTerms.appliesTo, rules, attemptLimit, profile, reason: null }
  return await insertPolicy(tx, practiceId, actor, { ...terms, policyId, requirementId: id, version: 1 }, now)
}

/**
 * Adds a version, and derives anew where everybody stands. False where the requirement has one of this number already:
 * somebody else was quicker.
 */
export async function insertPolicy(
  tx: Tx,
  practiceId: PracticeId,
  actor: PersonId,
  policy: NewPolicy & { readonly requirementId: string },
  now: Instant,
): Promise<boolean> {
  const { policyId, requirementId, version, effectiveOn, appliesTo, rules, attemptLimit, profile, reason } =
    policy
  const written = await tx.$executeRaw`
    INSERT INTO requirement_policy (practice_id, id, requirement_id, version, effective_on, applies_to, recorded_at,
      recorded_by, reason, terms, attempt_limit, profile)
    VALUES (${practiceId}::uuid, ${policyId}::uuid, ${requirementId}::uuid, ${version}, ${effectiveOn}::date, ${appliesTo},
      ${now}::timestamptz, ${actor}::uuid, ${reason}, ${JSON.stringify(rules)}::jsonb, ${attemptLimit},
      ${profile && JSON.stringify(profile)}::jsonb)
    ON CONFLICT DO NOTHING`
  if (written === 0) return false
  await refreshEveryone(tx, practiceId, now)
  return true
}

/** A version of a policy as people read it: what it says, from when, who wrote it and why. */
export type PolicyVersionRecord = NewPolicy & {
  readonly recordedAt: Instant
  readonly recordedOn: LocalDate
  /** Null where the author has no post at the practice any more. */
  readonly by: string | null
}

/** Every version of a requirement's policy, the latest first; the day of its writing in the practice's zone. */
export async function listPolicyVersions(
  tx: Tx,
  { practiceId, timeZone }: { readonly practiceId: PracticeId; readonly timeZone: string },
  requirementId: string,
): Promise<PolicyVersionRecord[]> {
  return await tx.$queryRaw<PolicyVersionRecord[]>`
    SELECT p.id AS "policyId", p.version, p.effective_on::text AS "effectiveOn", p.applies_to AS "appliesTo", p.reason,
      p.terms AS rules, p.attempt_limit AS "attemptLimit", p.profile,
      to_char(p.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "recordedAt",
      (p.recorded_at AT TIME ZONE ${timeZone})::date::text AS "recordedOn",
      (SELECT m.name FROM staff_member m WHERE m.practice_id = p.practice_id AND m.person_id = p.recorded_by) AS by
    FROM requirement_policy p
    WHERE p.practice_id = ${practiceId}::uuid AND p.requirement_id = ${requirementId}::uuid
    ORDER BY p.version DESC LIMIT 500`
}

/** Held until the transaction ends: of two who change a requirement at once, the second must see what the first did. */
export async function lockRequirement(tx: Tx, requirementId: string): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended('requirement ' || ${requirementId}, 0))::text`
}
