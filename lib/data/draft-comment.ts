import type { Tx } from '#lib/data/database'
import type { CommentKind, CommentRow } from '#lib/domain/authoring/review/comment-threads'
import type { Instant } from '#lib/domain/calendar'
import type { OutsideReviewerId, PracticeId, StaffMemberId } from '#lib/domain/ids'

/** How much may be said about one draft, and how much of it by one person from outside: the others are still to be heard. */
const mostComments = 1000
const mostFromOutside = 100

/** What was said about a draft, in the order in which it was written, with the name of who said it. */
export async function listDraftComments(
  tx: Tx,
  practiceId: PracticeId,
  draftId: string,
): Promise<readonly CommentRow[]> {
  return await tx.$queryRaw<CommentRow[]>`
    SELECT c.number, c.kind, c.thread, c.place, c.block_key AS "blockKey", c.about_text AS "aboutText", c.text,
      c.by_name AS by, c.by_outside_reviewer_id IS NOT NULL AS "isOutside",
      to_char(c.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at
    FROM draft_comment c
    WHERE c.practice_id = ${practiceId}::uuid AND c.draft_id = ${draftId}::uuid
    ORDER BY c.number LIMIT ${mostComments}`
}

export type CommentWriter = { readonly name: string } & (
  | { readonly kind: 'staff'; readonly id: StaffMemberId }
  | { readonly kind: 'outside'; readonly id: OutsideReviewerId }
)

export type NewComment = Pick<CommentRow, 'place' | 'blockKey' | 'aboutText' | 'text'> & {
  readonly kind: CommentKind
  /** The comment that it belongs to; null for one that begins. */
  readonly thread: number | null
  readonly by: CommentWriter
}

/** Adds a row as the draft's next one. False where it has as many as it may have. The caller holds the draft (`lockDraft`). */
export async function insertDraftComment(
  tx: Tx,
  practiceId: PracticeId,
  draftId: string,
  { kind, thread, place, blockKey, aboutText, text, by }: NewComment,
  now: Instant,
): Promise<boolean> {
  const staff = by.kind === 'staff' ? by.id : null
  const outside = by.kind === 'outside' ? by.id : null
  const written = await tx.$executeRaw`
    INSERT INTO draft_comment (practice_id, draft_id, number, kind, thread, place, block_key, about_text, text,
      by_staff_member_id, by_outside_reviewer_id, by_name, at)
    SELECT ${practiceId}::uuid, ${draftId}::uuid, n.next, ${kind}, coalesce(${thread}::int, n.next), ${place}, ${blockKey},
      ${aboutText}, ${text}, ${staff}::uuid, ${outside}::uuid, ${by.name}, ${now}::timestamptz
    FROM (SELECT coalesce(max(c.number), 0) + 1 AS next FROM draft_comment c
      WHERE c.practice_id = ${practiceId}::uuid AND c.draft_id = ${draftId}::uuid) n
    WHERE n.next <= ${mostComments} AND (${outside}::uuid IS NULL OR ${mostFromOutside} > (
      SELECT count(*) FROM draft_comment c WHERE c.practice_id = ${practiceId}::uuid AND c.draft_id = ${draftId}::uuid
        AND c.by_outside_reviewer_id = ${outside}::uuid))`
  return written === 1
}
