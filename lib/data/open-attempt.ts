import type { Posts } from '#lib/data/attempt'
import type { Tx } from '#lib/data/database'
import type { Instant } from '#lib/domain/calendar'
import type { ItemKind } from '#lib/domain/curriculum/item-kind'
import type { ItemText, Vignette } from '#lib/domain/curriculum/module'
import type { AssignmentId, AttemptId, PracticeId, StaffMemberId } from '#lib/domain/ids'
import type { Language } from '#lib/domain/language'
import type { StoredTurn } from '#lib/domain/training/turn'

/** An item of a sitting as the learner sees it, options in the frozen order, with what was saved so far. */
export type AttemptItem = {
  readonly itemId: string
  readonly kind: ItemKind
  /** The text that it shares with the items beside it that have the same one. */
  readonly vignette: Vignette | null
  readonly stem: string
  readonly prompts: readonly ItemText[]
  readonly options: readonly ItemText[]
  readonly chosen: readonly string[]
  /** 0 where nothing was saved yet. */
  readonly revision: number
}

export type OpenAttempt = {
  readonly id: AttemptId
  readonly practiceId: PracticeId
  readonly staffMemberId: StaffMemberId
  readonly assignmentId: AssignmentId
  readonly trackId: string
  readonly cycle: number
  readonly turn: StoredTurn
  readonly moduleId: string
  readonly moduleTitle: string
  readonly passMarkPercent: number
  readonly attemptNumber: number
  readonly attemptLimit: number
  /** When the time is over; null where none is set. */
  readonly endsAt: Instant | null
  readonly items: readonly AttemptItem[]
  /** Whether the module has no newer version. */
  readonly isNewest: boolean
  /** Of the items: the version's own where it is not translated into the reader's. */
  readonly language: Language
}

/** One query: the sitting, its items in the reader's language, and the drafts. */
export async function findOpenAttempt(
  tx: Tx,
  posts: Posts,
  attemptId: string,
  language: Language,
): Promise<OpenAttempt | undefined> {
  const rows = await tx.$queryRaw<OpenAttempt[]>`
    SELECT a.id, a.practice_id AS "practiceId", a.assignment_id AS "assignmentId", a.module_id AS "moduleId",
      a.staff_member_id AS "staffMemberId", g.track_id AS "trackId", a.cycle, c.told AS turn,
      NOT EXISTS (SELECT FROM module_version n WHERE n.module_id = v.module_id AND n.version > v.version) AS "isNewest",
      coalesce(w.title, v.title) AS "moduleTitle", coalesce(w.language, v.language) AS language,
      v.pass_mark_percent AS "passMarkPercent", a.attempt_number AS "attemptNumber",
      a.attempt_limit AS "attemptLimit",
      to_char(a.ends_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "endsAt", (
        SELECT json_agg(json_build_object('itemId', i.item_id, 'kind', i.kind, 'stem', coalesce(iw.stem, i.stem),
          'vignette', (SELECT text FROM jsonb_array_elements(coalesce(w.vignettes, v.vignettes)) text
            WHERE text ->> 'id' = i.vignette_id),
          'prompts', in_order_shown(coalesce(iw.prompts, i.prompts), drawn.item -> 'promptIds'),
          'options', in_order_shown(coalesce(iw.options, i.options), drawn.item -> 'optionIds'),
          'chosen', coalesce(d.option_ids, '{}'), 'revision', coalesce(d.revision, 0)) ORDER BY drawn.place)
        FROM jsonb_array_elements(a.items) WITH ORDINALITY AS drawn(item, place)
        JOIN item_version i ON i.module_version_id = a.module_version_id AND i.item_id = drawn.item ->> 'itemId'
        LEFT JOIN item_translation iw ON iw.module_version_id = i.module_version_id AND iw.item_id = i.item_id
          AND iw.language = w.language
        LEFT JOIN draft_answer d ON d.practice_id = a.practice_id AND d.attempt_id = a.id AND d.item_id = i.item_id
      ) AS items
    FROM open_attempt a JOIN module_version v ON v.id = a.module_version_id
    JOIN assignment g ON g.practice_id = a.practice_id AND g.id = a.assignment_id
    JOIN LATERAL last_cycle(a.practice_id, a.assignment_id, false) c ON true
    LEFT JOIN module_translation w ON w.module_version_id = v.id AND w.language = ${language}
    WHERE a.practice_id = ANY (${posts.practiceIds}::uuid[]) AND a.id = ${attemptId}::uuid
      AND a.staff_member_id = ANY (${posts.staffMemberIds}::uuid[])`
  return rows[0]
}
