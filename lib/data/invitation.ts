import type { Tx } from '#lib/data/database'
import { toInstantColumn } from '#lib/data/dates'
import type { InvitationRecord } from '#lib/domain/access/invitation'
import type { Instant, LocalDate } from '#lib/domain/calendar'
import type { PersonId, PracticeId } from '#lib/domain/ids'

type Invited = { readonly personId: PersonId; readonly practiceId: PracticeId }

/** Stores a new invitation link. Those of this practice before it are dead; another practice's live on. */
export async function replaceInvitation(
  tx: Tx,
  { personId, practiceId }: Invited,
  link: { readonly tokenHash: string; readonly expiresAt: Instant },
  now: Instant,
): Promise<void> {
  await endInvitations(tx, { personId, practiceId }, now)
  const expiresAt = toInstantColumn(link.expiresAt)
  const { tokenHash } = link
  const createdAt = toInstantColumn(now)
  await tx.oneTimeLink.create({
    data: { tokenHash, kind: 'invitation', personId, practiceId, createdAt, expiresAt },
  })
}

/** Stores a first invitation link for each of many people, one statement. None of them has a living one here. */
export async function insertInvitations(
  tx: Tx,
  practiceId: PracticeId,
  links: readonly { readonly personId: PersonId; readonly tokenHash: string }[],
  expiresAt: Instant,
  now: Instant,
): Promise<void> {
  await tx.oneTimeLink.createMany({
    data: links.map((link) => ({
      ...link,
      kind: 'invitation',
      practiceId,
      createdAt: toInstantColumn(now),
      expiresAt: toInstantColumn(expiresAt),
    })),
  })
}

/** Ends what was not accepted of these people's invitations to the practice, and the mails that would still bring one. */
export async function withdrawInvitations(
  tx: Tx,
  practiceId: PracticeId,
  people: readonly PersonId[],
  now: Instant,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE one_time_link SET expires_at = least(expires_at, ${now}::timestamptz)
    WHERE person_id = ANY (${people}::uuid[]) AND practice_id = ${practiceId}::uuid AND kind = 'invitation'
      AND used_at IS NULL`
  await tx.$executeRaw`
    UPDATE mail_message SET next_attempt_at = NULL
    WHERE practice_id = ${practiceId}::uuid AND person_id = ANY (${people}::uuid[]) AND kind = 'invitation'
      AND sent_at IS NULL`
}

/** Lets no invitation outlive the last day, in the practice's zone. It was not accepted, and nothing here says so. */
export async function expireInvitations(
  tx: Tx,
  { personId, practiceId }: Invited,
  { lastDay, timeZone }: { readonly lastDay: LocalDate; readonly timeZone: string },
  now: Instant,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE one_time_link SET expires_at = least(expires_at,
      greatest(${now}::timestamptz, (${lastDay}::date + 1)::timestamp AT TIME ZONE ${timeZone}))
    WHERE person_id = ${personId}::uuid AND practice_id = ${practiceId}::uuid AND kind = 'invitation'
      AND used_at IS NULL`
}

async function endInvitations(tx: Tx, invited: Invited, now: Instant): Promise<void> {
  const where = { ...invited, kind: 'invitation', usedAt: null }
  await tx.oneTimeLink.updateMany({ where, data: { usedAt: toInstantColumn(now) } })
}

/** The newest invitation to this practice; every field null where there never was one. */
export async function findInvitation(tx: Tx, { personId, practiceId }: Invited): Promise<InvitationRecord> {
  const rows = await tx.$queryRaw<InvitationRecord[]>`
    SELECT to_char(expires_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "expiresAt",
      to_char(used_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "usedAt"
    FROM one_time_link WHERE person_id = ${personId}::uuid AND practice_id = ${practiceId}::uuid AND kind = 'invitation'
    ORDER BY created_at DESC, used_at DESC NULLS FIRST LIMIT 1`
  return rows[0] ?? { expiresAt: null, usedAt: null }
}
