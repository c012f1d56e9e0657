import type { Tx } from '#lib/data/database'
import { toInstantColumn } from '#lib/data/dates'
import type { OutsideStanding } from '#lib/domain/authoring/review/outside-standing'
import type { Instant } from '#lib/domain/calendar'
import type { OutsideReviewerId, PracticeId, StaffMemberId } from '#lib/domain/ids'

/** Whoever reads one draft from outside, and what there is to know of the practice for it. */
export type OutsideReader = {
  readonly practiceId: PracticeId
  readonly practiceName: string
  readonly timeZone: string
  readonly draftId: string
  readonly reviewerId: OutsideReviewerId
  readonly name: string
  /** Of the link as long as it is not used, then of the access. */
  readonly endsAt: Instant
}

type Key = { readonly link: string } | { readonly access: string }

/**
 * Opens the transaction for one draft and whoever reads it from outside, by the hash of a living link or of what a browser got
 * for one, and shuts everything else, whoever is signed in beside it. Undefined where it is unknown, used, over, withdrawn, or
 * the draft was recalled or published: all alike.
 */
export async function enterFromOutside(tx: Tx, key: Key, now: Instant): Promise<OutsideReader | undefined> {
  const link = 'link' in key ? key.link : null
  const access = 'access' in key ? key.access : null
  const [found] = await tx.$queryRaw<(OutsideReader & { readonly authoredId: string })[]>`
    SELECT practice_id AS "practiceId", practice_name AS "practiceName", time_zone AS "timeZone", draft_id AS "draftId",
      authored_id AS "authoredId", reviewer_id AS "reviewerId", reviewer_name AS name,
      to_char(ends_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "endsAt"
    FROM find_outside_reviewer(${link}, ${access}, ${now}::timestamptz)`
  if (!found) return undefined
  const { authoredId, ...reader } = found
  const scope = [reader.practiceId, reader.draftId, authoredId, reader.reviewerId].join(',')
  await tx.$queryRaw`
    SELECT set_config('beacon.practice_ids', '', true), set_config('beacon.person_id', '', true),
      set_config('beacon.outside', ${scope}, true)`
  return reader
}

/** Uses the link up in one statement, so that two who hold it cannot both. False where it was used meanwhile. */
export async function spendOutsideLink(
  tx: Tx,
  { practiceId, reviewerId }: OutsideReader,
  access: { readonly accessHash: string; readonly endsAt: Instant },
  now: Instant,
): Promise<boolean> {
  const spent = await tx.$executeRaw`
    UPDATE outside_reviewer SET entered_at = ${now}::timestamptz, access_hash = ${access.accessHash},
      access_ends_at = ${access.endsAt}::timestamptz
    WHERE practice_id = ${practiceId}::uuid AND id = ${reviewerId}::uuid AND entered_at IS NULL AND withdrawn_at IS NULL`
  return spent === 1
}

/** An invitation as it was written, and what became of it. */
export type OutsideReviewer = OutsideStanding & {
  readonly id: OutsideReviewerId
  readonly name: string
  readonly emailAddress: string
  readonly role: string | null
  readonly invitedAt: Instant
}

/** How many may be invited to one draft, withdrawn ones included. */
export const mostOutsideReviewers = 20

/** Whom a practice has invited to a draft, the newest first. */
export async function listOutsideReviewers(
  tx: Tx,
  practiceId: PracticeId,
  draftId: string,
): Promise<OutsideReviewer[]> {
  return await tx.$queryRaw<OutsideReviewer[]>`
    SELECT o.id, o.name, o.email_address AS "emailAddress", o.role, o.entered_at IS NOT NULL AS "hasEntered",
      o.withdrawn_at IS NOT NULL AS "isWithdrawn",
      EXISTS (SELECT FROM draft_event e WHERE e.practice_id = o.practice_id AND e.draft_id = o.draft_id
        AND e.number > o.after_event AND e.kind IN ('recalled', 'published', 'retired')) AS "isReviewOver",
      to_char(o.invited_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "invitedAt",
      to_char(coalesce(o.access_ends_at, o.link_expires_at) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "endsAt"
    FROM outside_reviewer o WHERE o.practice_id = ${practiceId}::uuid AND o.draft_id = ${draftId}::uuid
    ORDER BY o.invited_at DESC, o.id LIMIT ${mostOutsideReviewers}`
}

type NewOutsideReviewer = {
  readonly id: OutsideReviewerId
  readonly draftId: string
  readonly name: string
  readonly emailAddress: string
  readonly role: string | null
  /** The number of the draft's last event. */
  readonly afterEvent: number
  readonly invitedBy: StaffMemberId
  readonly tokenHash: string
  readonly linkExpiresAt: Instant
}

export async function insertOutsideReviewer(
  tx: Tx,
  practiceId: PracticeId,
  reviewer: NewOutsideReviewer,
  now: Instant,
): Promise<void> {
  const linkExpiresAt = toInstantColumn(reviewer.linkExpiresAt)
  const invitedAt = toInstantColumn(now)
  await tx.outsideReviewer.create({ data: { practiceId, ...reviewer, linkExpiresAt, invitedAt } })
}

/** Ends link and access at once. False where it was withdrawn before. */
export async function withdrawOutsideReviewer(
  tx: Tx,
  practiceId: PracticeId,
  { draftId, reviewerId }: { readonly draftId: string; readonly reviewerId: string },
  now: Instant,
): Promise<boolean> {
  const { count } = await tx.outsideReviewer.updateMany({
    where: { practiceId, draftId, id: reviewerId, withdrawnAt: null },
    data: { withdrawnAt: toInstantColumn(now) },
  })
  return count === 1
}
