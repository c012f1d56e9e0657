import type { Posts } from '#lib/data/attempt'
import type { Tx } from '#lib/data/database'
import type { Instant, LocalDate } from '#lib/domain/calendar'
import type { ItemKind } from '#lib/domain/curriculum/item-kind'
import type { ItemText, Vignette } from '#lib/domain/curriculum/module'
import type { ModuleVersionId, PersonId, PracticeId, RefresherId, StaffMemberId } from '#lib/domain/ids'
import type { Language } from '#lib/domain/language'

/** What a refresher asks, as its person sees it, options in the frozen order. */
export type StoredPrompt = {
  /** From 1. */
  readonly place: number
  readonly moduleVersionId: ModuleVersionId
  /** The newest version that asks the same: its key is told, since an older one may be known to be wrong. */
  readonly keyVersionId: ModuleVersionId
  readonly itemId: string
  readonly kind: ItemKind
  readonly vignette: Vignette | null
  readonly stem: string
  readonly prompts: readonly ItemText[]
  readonly options: readonly ItemText[]
  /** Of its words: the version's own where it is not translated into the reader's. */
  readonly language: Language
  /** Null where it was not answered yet. */
  readonly chosen: readonly string[] | null
}

export type StoredRefresher = {
  readonly id: RefresherId
  readonly practiceId: PracticeId
  readonly staffMemberId: StaffMemberId
  /** Whether the person has a quiz open on one of the modules, at any practice: it would tell what is right there. */
  readonly isSitting: boolean
  readonly prompts: readonly StoredPrompt[]
}

/** One query. Undefined where it is not of these posts and of the person whose session this is. */
export async function findRefresher(
  tx: Tx,
  posts: Posts,
  id: RefresherId,
  language: Language,
): Promise<StoredRefresher | undefined> {
  const rows = await tx.$queryRaw<StoredRefresher[]>`
    SELECT r.id, r.practice_id AS "practiceId", r.staff_member_id AS "staffMemberId",
      EXISTS (SELECT FROM open_attempt o JOIN refresher_prompt p ON p.practice_id = r.practice_id AND p.refresher_id = r.id
        JOIN module_version v ON v.id = p.module_version_id AND v.module_id = o.module_id
        WHERE o.practice_id = ANY (${posts.practiceIds}::uuid[])
          AND o.staff_member_id = ANY (${posts.staffMemberIds}::uuid[])) AS "isSitting", (
      SELECT json_agg(json_build_object('place', p.place, 'moduleVersionId', p.module_version_id, 'itemId', p.item_id,
        'keyVersionId', newest_that_asks_the_same(p.module_version_id, p.item_id),
        'kind', i.kind, 'stem', coalesce(iw.stem, i.stem), 'language', coalesce(w.language, v.language),
        'vignette', (SELECT text FROM jsonb_array_elements(coalesce(w.vignettes, v.vignettes)) text
          WHERE text ->> 'id' = i.vignette_id),
        'prompts', in_order_shown(coalesce(iw.prompts, i.prompts), to_jsonb(p.prompt_ids)),
        'options', in_order_shown(coalesce(iw.options, i.options), to_jsonb(p.option_ids)),
        'chosen', a.option_ids) ORDER BY p.place)
      FROM refresher_prompt p
      JOIN module_version v ON v.id = p.module_version_id
      JOIN item_version i ON i.module_version_id = p.module_version_id AND i.item_id = p.item_id
      LEFT JOIN module_translation w ON w.module_version_id = v.id AND w.language = ${language}
      LEFT JOIN item_translation iw ON iw.module_version_id = i.module_version_id AND iw.item_id = i.item_id
        AND iw.language = w.language
      LEFT JOIN refresher_answer a ON a.practice_id = p.practice_id AND a.refresher_id = p.refresher_id
        AND a.place = p.place
      WHERE p.practice_id = r.practice_id AND p.refresher_id = r.id) AS prompts
    FROM refresher r
    WHERE r.practice_id = ANY (${posts.practiceIds}::uuid[]) AND r.id = ${id}::uuid
      AND r.staff_member_id = ANY (${posts.staffMemberIds}::uuid[])
      AND EXISTS (SELECT FROM refresher_prompt p WHERE p.practice_id = r.practice_id AND p.refresher_id = r.id)`
  return rows[0]
}

/** `place`: of the prompt. `language`: of the words that were answered. */
export type NewRefresherAnswer = {
  readonly place: number
  readonly optionIds: readonly string[]
  readonly language: Language
}

/** False where the prompt was answered before: the first answer stands. */
export async function insertRefresherAnswer(
  tx: Tx,
  personId: PersonId,
  { practiceId, id }: StoredRefresher,
  { place, optionIds, language }: NewRefresherAnswer,
  now: Instant,
): Promise<boolean> {
  const written = await tx.$executeRaw`
    INSERT INTO refresher_answer (practice_id, refresher_id, place, person_id, option_ids, answered_at, language)
    VALUES (${practiceId}::uuid, ${id}::uuid, ${place}, ${personId}::uuid, ${optionIds}::text[], ${now}::timestamptz,
      ${language})
    ON CONFLICT (practice_id, refresher_id, place) DO NOTHING`
  return written > 0
}

export type OwnRefresher = {
  readonly id: RefresherId
  readonly practiceName: string
  readonly offeredOn: LocalDate
  readonly count: number
  readonly answered: number
}

/** The newest first: of the person whose session this is. */
export async function listOwnRefreshers(tx: Tx, posts: Posts): Promise<OwnRefresher[]> {
  return await tx.$queryRaw<OwnRefresher[]>`
    SELECT r.id, w.name AS "practiceName", (r.made_at AT TIME ZONE w.time_zone)::date::text AS "offeredOn",
      count(*)::int AS count, count(a.place)::int AS answered
    FROM refresher r
    JOIN practice w ON w.id = r.practice_id
    JOIN refresher_prompt p ON p.practice_id = r.practice_id AND p.refresher_id = r.id
    LEFT JOIN refresher_answer a ON a.practice_id = p.practice_id AND a.refresher_id = p.refresher_id
      AND a.place = p.place
    WHERE r.practice_id = ANY (${posts.practiceIds}::uuid[]) AND r.staff_member_id = ANY (${posts.staffMemberIds}::uuid[])
    GROUP BY r.practice_id, r.id, w.name, w.time_zone, r.made_at
    ORDER BY r.made_at DESC, r.id LIMIT 50`
}

/** Whether any of what the mail offers was answered already. The person whose it is was entered. */
export async function isMailedRefresherBegun(
  tx: Tx,
  practiceId: PracticeId,
  mailId: string,
): Promise<boolean> {
  const rows = await tx.$queryRaw<{ begun: boolean }[]>`
    SELECT EXISTS (SELECT FROM refresher r JOIN refresher_answer a ON a.practice_id = r.practice_id
      AND a.refresher_id = r.id
      WHERE r.practice_id = ${practiceId}::uuid AND r.mail_message_id = ${mailId}::uuid) AS begun`
  return rows[0]?.begun ?? false
}

/** Version 0: the person never chose, and is offered them. */
export type RefresherWish = { readonly version: number; readonly wanted: boolean }

/** The person was entered, by their session or by a job. */
export async function findRefresherWish(tx: Tx, personId: PersonId): Promise<RefresherWish> {
  const rows = await tx.$queryRaw<RefresherWish[]>`
    SELECT version, wanted FROM refresher_wish WHERE person_id = ${personId}::uuid ORDER BY version DESC LIMIT 1`
  return rows[0] ?? { version: 0, wanted: true }
}

/** Adds the next version, unless the newest says the same. Of two at once, the later sees what the earlier said. */
export async function insertRefresherWish(
  tx: Tx,
  personId: PersonId,
  wanted: boolean,
  now: Instant,
): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended('refresher wish ' || ${personId}, 0))::text`
  await tx.$executeRaw`
    INSERT INTO refresher_wish (person_id, version, wanted, recorded_at)
    SELECT ${personId}::uuid, last.version + 1, ${wanted}, ${now}::timestamptz
    FROM (SELECT coalesce(max(version), 0) AS version FROM refresher_wish WHERE person_id = ${personId}::uuid) last
    WHERE ${wanted} IS DISTINCT FROM coalesce((SELECT n.wanted FROM refresher_wish n
      WHERE n.person_id = ${personId}::uuid AND n.version = last.version), true)`
}
