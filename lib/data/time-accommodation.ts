import type { Posts } from '#lib/data/attempt'
import type { Tx } from '#lib/data/database'
import type { Instant, LocalDate } from '#lib/domain/calendar'
import type { PersonId, PracticeId, StaffMemberId } from '#lib/domain/ids'
import { minutesAllowed, type TimeAllowance } from '#lib/domain/training/time-limit'

/** That somebody has more time at quizzes, since when, and who recorded it. Never why. */
export type Accommodation = {
  readonly allowance: Exclude<TimeAllowance, 'standard'>
  /** In the practice's zone. */
  readonly since: LocalDate
  /** Null where whoever recorded it has no post at the practice any more. */
  readonly by: string | null
}

/** What holds now for these posts, by staff member; none where nothing was recorded, or it was ended. One query. */
export async function listAccommodations(
  tx: Tx,
  { practiceIds, staffMemberIds }: Posts,
): Promise<Map<StaffMemberId, Accommodation>> {
  const rows = await tx.$queryRaw<(Accommodation & { staffMemberId: StaffMemberId })[]>`
    SELECT newest."staffMemberId", newest.allowance, newest.since, newest.by FROM (
      SELECT DISTINCT ON (a.practice_id, a.staff_member_id) a.staff_member_id AS "staffMemberId", a.allowance,
        (a.recorded_at AT TIME ZONE p.time_zone)::date::text AS since,
        (SELECT m.name FROM staff_member m WHERE m.practice_id = a.practice_id AND m.person_id = a.recorded_by) AS by
      FROM time_accommodation a JOIN practice p ON p.id = a.practice_id
      WHERE a.practice_id = ANY (${[...practiceIds]}::uuid[]) AND a.staff_member_id = ANY (${[...staffMemberIds]}::uuid[])
      ORDER BY a.practice_id, a.staff_member_id, a.version DESC) newest
    WHERE newest.allowance <> 'standard'`
  return new Map(rows.map(({ staffMemberId, ...accommodation }) => [staffMemberId, accommodation]))
}

/** Held until the transaction ends: of two who record at once, the second must see what the first did. */
export async function lockAccommodation(tx: Tx, staffMemberId: StaffMemberId): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended('more time ' || ${staffMemberId}, 0))::text`
}

/** The time that somebody has for one attempt, and what it rests on. */
export type OwnTime = {
  /** Null for no limit. */
  readonly minutes: number | null
  readonly accommodation: Accommodation | null
}

/** Where the policy sets no limit nobody needs an allowance, and nothing is read. */
export async function findOwnTime(
  tx: Tx,
  { practiceId, staffMemberId }: { readonly practiceId: PracticeId; readonly staffMemberId: StaffMemberId },
  timeLimitMinutes: number | null,
): Promise<OwnTime> {
  if (timeLimitMinutes === null) return { minutes: null, accommodation: null }
  const posts = { practiceIds: [practiceId], staffMemberIds: [staffMemberId] }
  const accommodation = (await listAccommodations(tx, posts)).get(staffMemberId) ?? null
  return { minutes: minutesAllowed(timeLimitMinutes, accommodation?.allowance ?? 'standard'), accommodation }
}

/** Adds the next version. False where it says what holds already. */
export async function insertAccommodation(
  tx: Tx,
  practiceId: PracticeId,
  author: PersonId,
  { staffMemberId, allowance }: { readonly staffMemberId: StaffMemberId; readonly allowance: TimeAllowance },
  now: Instant,
): Promise<boolean> {
  const added = await tx.$executeRaw`
    INSERT INTO time_accommodation (practice_id, staff_member_id, version, allowance, recorded_at, recorded_by)
    SELECT ${practiceId}::uuid, ${staffMemberId}::uuid, coalesce(max(version), 0) + 1, ${allowance},
      ${now}::timestamptz, ${author}::uuid
    FROM time_accommodation WHERE practice_id = ${practiceId}::uuid AND staff_member_id = ${staffMemberId}::uuid
    HAVING coalesce((array_agg(allowance ORDER BY version DESC))[1], 'standard') <> ${allowance}`
  return added > 0
}
