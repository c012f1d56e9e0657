import type { AuthoredKind } from '#lib/data/authored'
import type { Tx } from '#lib/data/database'
import type { Contact, Source, Term } from '#lib/domain/curriculum/reference'
import type { PracticeId, StaffMemberId } from '#lib/domain/ids'
import type { Language } from '#lib/domain/language'

/** The newest version of a module or case that a practice can use. */
export type Usable = {
  readonly kind: AuthoredKind
  /** Of the module or case. */
  readonly id: string
  readonly versionId: string
  readonly slug: string
  readonly version: number
  readonly title: string
  readonly summary: string
  readonly minutes: number
  readonly isOwn: boolean
}

/** The library's modules and cases and the practice's own in their newest versions; retired ones of its own are left out. */
export async function listUsable(tx: Tx, practiceId: PracticeId, language: Language): Promise<Usable[]> {
  return await tx.$queryRaw<Usable[]>`
    SELECT n.kind, n.id, n.version_id AS "versionId", n.slug, n.version,
      coalesce(m.title, c.title, n.title) AS title, coalesce(m.summary, c.summary, n.summary) AS summary, n.minutes,
      n.practice_id IS NOT NULL AS "isOwn"
    FROM (
      (SELECT DISTINCT ON (v.module_id) 'module' AS kind, v.module_id AS id, v.id AS version_id, v.slug, v.version, v.title,
        v.summary, v.minutes, v.practice_id FROM module_version v
      WHERE v.practice_id IS NULL OR v.practice_id = ${practiceId}::uuid ORDER BY v.module_id, v.version DESC)
      UNION ALL
      (SELECT DISTINCT ON (v.case_id) 'case', v.case_id, v.id, v.slug, v.version, v.title, v.summary, v.minutes,
        v.practice_id FROM case_version v
      WHERE v.practice_id IS NULL OR v.practice_id = ${practiceId}::uuid ORDER BY v.case_id, v.version DESC)) n
    LEFT JOIN module_translation m ON n.kind = 'module' AND m.module_version_id = n.version_id AND m.language = ${language}
    LEFT JOIN case_translation c ON n.kind = 'case' AND c.case_version_id = n.version_id AND c.language = ${language}
    WHERE NOT EXISTS (SELECT FROM authored a JOIN draft d ON d.practice_id = a.practice_id AND d.authored_id = a.id
      JOIN draft_event e ON e.practice_id = d.practice_id AND e.draft_id = d.id AND e.kind = 'retired'
      WHERE a.practice_id = ${practiceId}::uuid AND a.key = n.id AND d.number = n.version)
    ORDER BY "isOwn" DESC, n.kind, n.id LIMIT 1000`
}

/** Those of the list that are modules, or cases. */
export const usableOf = (kind: AuthoredKind, usable: readonly Usable[]): readonly Usable[] =>
  usable.filter((each) => each.kind === kind)

/** The newest version of a track of the practice's own. */
export type OwnTrack = {
  readonly trackId: string
  readonly version: number
  readonly title: string
  readonly summary: string
  readonly moduleIds: readonly string[]
  readonly caseIds: readonly string[]
  readonly contentHash: string
}

/** Waits for whoever else publishes a version of this track, until the transaction ends. */
export async function lockOwnTrack(tx: Tx, practiceId: PracticeId, trackId: string): Promise<void> {
  await tx.$queryRaw`
    SELECT pg_advisory_xact_lock(hashtextextended('track ' || ${practiceId} || ${trackId}, 0))::text`
}

export async function listOwnTracks(tx: Tx, practiceId: PracticeId): Promise<OwnTrack[]> {
  return await tx.$queryRaw<OwnTrack[]>`
    SELECT DISTINCT ON (t.track_id) t.track_id AS "trackId", t.version, t.title, t.summary, t.module_ids AS "moduleIds",
      coalesce(t.case_ids, '{}') AS "caseIds", t.content_hash AS "contentHash"
    FROM track_version t WHERE t.practice_id = ${practiceId}::uuid
    ORDER BY t.track_id, t.version DESC LIMIT 200`
}

/** What each draft of a practice says of itself: its `module.yaml` or `case.yaml`, by the draft's id. */
export async function listDraftAbouts(tx: Tx, practiceId: PracticeId): Promise<Map<string, Uint8Array>> {
  const rows = await tx.draftFile.findMany({
    where: { practiceId, path: { in: ['module.yaml', 'case.yaml'] } },
    select: { draftId: true, bytes: true },
    take: 500,
  })
  return new Map(rows.map(({ draftId, bytes }) => [draftId, new Uint8Array(bytes)]))
}

/** Who may review at the practice on this day. */
export async function listReviewers(tx: Tx, practiceId: PracticeId, on: string): Promise<StaffMemberId[]> {
  const rows = await tx.$queryRaw<{ id: StaffMemberId }[]>`
    SELECT m.id FROM staff_member m
    WHERE m.practice_id = ${practiceId}::uuid AND 'review' = ANY (m.capabilities) AND m.hidden_at IS NULL
      AND m.started_on <= ${on}::date AND (m.ended_on IS NULL OR m.ended_on >= ${on}::date)
    ORDER BY m.id LIMIT 1000`
  return rows.map(({ id }) => id)
}

/** Everything that a lesson may name, as it stands today. */
export async function listReferences(tx: Tx): Promise<{
  readonly sources: readonly Source[]
  readonly contacts: readonly Contact[]
  readonly terms: readonly Term[]
}> {
  const rows = await tx.$queryRaw<{ register: string; entries: unknown[] }[]>`
    SELECT register, json_agg(content ORDER BY (content ->> 'position')::int) AS entries FROM register_entry
    WHERE register IN ('sources', 'contacts', 'terms') GROUP BY register`
  const of = <Entry>(register: string) =>
    (rows.find((row) => row.register === register)?.entries ?? []) as readonly Entry[]
  return { sources: of<Source>('sources'), contacts: of<Contact>('contacts'), terms: of<Term>('terms') }
}
