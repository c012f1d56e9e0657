import type { Tx } from '#lib/data/database'
import type { RefresherCounts } from '#lib/domain/assessment/refresher-effect'
import type { Instant, LocalDate } from '#lib/domain/calendar'
import type { ModuleVersionId, PersonId, PracticeId } from '#lib/domain/ids'
import type { Language } from '#lib/domain/language'

/** A module version whose quiz was taken at the practice. */
export type MeasuredVersion = {
  readonly moduleVersionId: ModuleVersionId
  readonly version: number
  readonly title: string
  /** Of the title: the version's own where it is not translated into the reader's. */
  readonly language: Language
  /** How many people took it. Not for showing as it is: see `inFives`. */
  readonly people: number
}

/** One query. */
export async function listMeasuredVersions(
  tx: Tx,
  practiceId: PracticeId,
  language: Language,
): Promise<MeasuredVersion[]> {
  return await tx.$queryRaw<MeasuredVersion[]>`
    SELECT v.id AS "moduleVersionId", v.version, coalesce(w.title, v.title) AS title,
      coalesce(w.language, v.language) AS language, taken.people
    FROM (SELECT module_version_id AS id, count(DISTINCT staff_member_id)::int AS people FROM submission
      WHERE practice_id = ${practiceId}::uuid GROUP BY module_version_id) taken
    JOIN module_version v ON v.id = taken.id
    LEFT JOIN module_translation w ON w.module_version_id = v.id AND w.language = ${language}
    ORDER BY v.module_id, v.version DESC LIMIT 500`
}

/** An item as a report names it. */
export type BankItemWords = {
  readonly itemId: string
  readonly stem: string
  readonly options: readonly { readonly id: string; readonly text: string }[]
}

export type MeasuredBank = Omit<MeasuredVersion, 'people'> & { readonly items: readonly BankItemWords[] }

/** The words of a version's items in the reader's language, without keys. Undefined where there is no such version. */
export async function findMeasuredBank(
  tx: Tx,
  moduleVersionId: string,
  language: Language,
): Promise<MeasuredBank | undefined> {
  const rows = await tx.$queryRaw<MeasuredBank[]>`
    SELECT v.id AS "moduleVersionId", v.version, coalesce(w.title, v.title) AS title,
      coalesce(w.language, v.language) AS language, (
        SELECT coalesce(json_agg(json_build_object('itemId', i.item_id, 'stem', coalesce(x.stem, i.stem),
          'options', coalesce(x.options, i.options)) ORDER BY i.item_id), '[]')
        FROM item_version i LEFT JOIN item_translation x ON x.module_version_id = i.module_version_id
          AND x.item_id = i.item_id AND x.language = w.language
        WHERE i.module_version_id = v.id
      ) AS items
    FROM module_version v
    LEFT JOIN module_translation w ON w.module_version_id = v.id AND w.language = ${language}
    WHERE v.id = ${moduleVersionId}`
  return rows[0]
}

/** The first attempt of one person at a module version: what was drawn and chosen. For reckoning, never for showing. */
export type MeasuredAttempt = {
  readonly minutes: number
  readonly itemIds: readonly string[]
  readonly answers: Readonly<Record<string, readonly string[]>>
}

/** One for each person of the practice, in the order of submission. Who they are stays here. One query. */
export async function listFirstAttempts(
  tx: Tx,
  practiceId: PracticeId,
  moduleVersionId: ModuleVersionId,
  { limit }: { readonly limit: number },
): Promise<MeasuredAttempt[]> {
  return await tx.$queryRaw<MeasuredAttempt[]>`
    WITH firsts AS (
      SELECT DISTINCT ON (s.staff_member_id) s.* FROM submission s
      WHERE s.practice_id = ${practiceId}::uuid AND s.module_version_id = ${moduleVersionId}
      ORDER BY s.staff_member_id, s.submitted_at, s.id
    )
    SELECT (extract(epoch FROM f.submitted_at - f.started_at) / 60)::double precision AS minutes,
      ARRAY(SELECT d ->> 'itemId' FROM jsonb_array_elements(f.items) d) AS "itemIds",
      (SELECT coalesce(json_object_agg(a.item_id, a.option_ids), '{}') FROM answer a
        WHERE a.practice_id = f.practice_id AND a.submission_id = f.id) AS answers
    FROM firsts f ORDER BY f.submitted_at, f.id LIMIT ${limit}`
}

/** What all practices that share found of one item; null where it must not be told. */
export type PooledItem = {
  readonly itemId: string
  readonly practices: number
  readonly people: number
  /** Rounded to fives. */
  readonly right: number | null
  /** Item with rest, to two decimals. */
  readonly correlation: number | null
}

export async function listPooledItems(tx: Tx, moduleVersionId: ModuleVersionId): Promise<PooledItem[]> {
  return await tx.$queryRaw<PooledItem[]>`
    SELECT item_id AS "itemId", practices, people, right_people AS "right", correlation
    FROM pooled_item_statistics(${moduleVersionId})`
}

/** Version 0: nobody ever decided, and nothing is shared. */
export type Sharing = {
  readonly version: number
  readonly shared: boolean
  readonly recordedOn: LocalDate | null
  readonly recordedBy: string | null
}

export async function findSharing(tx: Tx, practiceId: PracticeId): Promise<Sharing> {
  const rows = await tx.$queryRaw<Sharing[]>`
    SELECT s.version, s.shared, (s.recorded_at AT TIME ZONE p.time_zone)::date::text AS "recordedOn",
      m.name AS "recordedBy"
    FROM statistics_sharing s JOIN practice p ON p.id = s.practice_id
    LEFT JOIN staff_member m ON m.practice_id = s.practice_id AND m.person_id = s.recorded_by
    WHERE s.practice_id = ${practiceId}::uuid ORDER BY s.version DESC LIMIT 1`
  return rows[0] ?? { version: 0, shared: false, recordedOn: null, recordedBy: null }
}

/** Adds the next version. False where another one was added since the author looked. */
export async function insertSharing(
  tx: Tx,
  practiceId: PracticeId,
  author: PersonId,
  { shared, after }: { readonly shared: boolean; readonly after: number },
  now: Instant,
): Promise<boolean> {
  const added = await tx.$executeRaw`
    INSERT INTO statistics_sharing (practice_id, version, shared, recorded_at, recorded_by)
    SELECT ${practiceId}::uuid, ${after}::int + 1, ${shared}, ${now}::timestamptz, ${author}::uuid
    WHERE ${after}::int = (SELECT coalesce(max(version), 0) FROM statistics_sharing
      WHERE practice_id = ${practiceId}::uuid)
    ON CONFLICT DO NOTHING`
  return added > 0
}

/** How items of a version fared in refreshers, at this practice. The database gives aggregates and nothing else. */
export async function listRefresherCounts(
  tx: Tx,
  practiceId: PracticeId,
  moduleVersionId: ModuleVersionId,
): Promise<RefresherCounts[]> {
  return await tx.$queryRaw<RefresherCounts[]>`
    SELECT item_id AS "itemId", period, people, right_before AS "rightBefore", right_after AS "rightAfter"
    FROM refresher_item_statistics(${practiceId}::uuid, ${moduleVersionId})`
}
