import type { Posts } from '#lib/data/attempt'
import type { Tx } from '#lib/data/database'
import { isMissingReference } from '#lib/data/missing-reference'
import type { Instant } from '#lib/domain/calendar'
import type { DrawnItem } from '#lib/domain/curriculum/bank-item'
import type { PracticeId } from '#lib/domain/ids'

type SavedTo = {
  readonly practiceId: PracticeId
  readonly items: readonly DrawnItem[]
  /** When the time is over; null where none is set. */
  readonly endsAt: Instant | null
}

/**
 * The frozen items and the end of the time alone, for checking what comes in. From here to the end of the transaction nobody hands the sitting in:
 * otherwise the two would meet at its row and its drafts in opposite orders, and one of them would fail.
 */
export async function findAttemptItems(
  tx: Tx,
  posts: Posts,
  attemptId: string,
): Promise<SavedTo | undefined> {
  const rows = await tx.$queryRaw<SavedTo[]>`
    SELECT practice_id AS "practiceId", items,
      to_char(ends_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "endsAt",
      pg_advisory_xact_lock_shared(hashtextextended('attempt ' || id, 0))::text AS "lock"
    FROM open_attempt
    WHERE practice_id = ANY (${posts.practiceIds}::uuid[]) AND id = ${attemptId}::uuid
      AND staff_member_id = ANY (${posts.staffMemberIds}::uuid[])`
  return rows[0]
}

export type DraftSave = {
  readonly itemId: string
  readonly optionIds: readonly string[]
  /** The revision that the learner's page was showing: 0 where it showed none. */
  readonly revision: number
}

/**
 * Saves drafts and returns the revision of each that was saved. One is left out where another page has saved something
 * else meanwhile; saving the same choice again, after a lost answer, succeeds. 'gone' where the sitting was handed in at
 * this very moment: nothing was saved, and the transaction is over.
 */
export async function saveDrafts(
  tx: Tx,
  practiceId: PracticeId,
  attemptId: string,
  drafts: readonly DraftSave[],
  now: Instant,
): Promise<Map<string, number> | 'gone'> {
  const saving = tx.$queryRaw<{ itemId: string; revision: number }[]>`
    INSERT INTO draft_answer AS draft (practice_id, attempt_id, item_id, option_ids, revision, saved_at)
    SELECT a.practice_id, a.id, r."itemId", r."optionIds", r.revision + 1, ${now}::timestamptz
    FROM open_attempt a, jsonb_to_recordset(${JSON.stringify(drafts)}::jsonb)
      AS r("itemId" text, "optionIds" text[], revision int)
    WHERE a.practice_id = ${practiceId}::uuid AND a.id = ${attemptId}::uuid
    ON CONFLICT (practice_id, attempt_id, item_id) DO UPDATE SET option_ids = excluded.option_ids,
      revision = greatest(draft.revision, excluded.revision), saved_at = excluded.saved_at
      WHERE draft.revision = excluded.revision - 1 OR draft.option_ids = excluded.option_ids
    RETURNING item_id AS "itemId", revision`
  const rows = await saving.catch((fault: unknown) => {
    if (isMissingReference(fault)) return 'gone' as const
    throw fault
  })
  if (rows === 'gone') return rows
  return new Map(rows.map((row) => [row.itemId, row.revision]))
}

/** Saves what was answered, whatever was saved before: for a sitting that is not handed in. Options left empty stay as saved. */
export async function keepAnswers(
  tx: Tx,
  practiceId: PracticeId,
  attemptId: string,
  answers: ReadonlyMap<string, readonly string[]>,
  now: Instant,
): Promise<void> {
  const given = [...answers].filter(([, chosen]) => chosen.length > 0)
  const rows = given.map(([itemId, chosen]) => ({ itemId, optionIds: chosen }))
  await tx.$executeRaw`
    INSERT INTO draft_answer AS draft (practice_id, attempt_id, item_id, option_ids, revision, saved_at)
    SELECT ${practiceId}::uuid, ${attemptId}::uuid, r."itemId", r."optionIds", 1, ${now}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r("itemId" text, "optionIds" text[])
    ON CONFLICT (practice_id, attempt_id, item_id) DO UPDATE SET option_ids = excluded.option_ids,
      revision = draft.revision + 1, saved_at = excluded.saved_at`
}
