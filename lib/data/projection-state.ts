import type { Tx } from '#lib/data/database'
import { projectionVersion } from '#lib/domain/compliance/projection'
import type { PracticeId, StaffMemberId } from '#lib/domain/ids'

/** From now on the lists of this practice say that they are being recalculated, and the worker sees to it. */
export async function markDue(tx: Tx, practiceId: PracticeId): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO projection_state (practice_id, due_at) VALUES (${practiceId}::uuid, clock_timestamp())
    ON CONFLICT (practice_id) DO UPDATE SET due_at = excluded.due_at`
}

/** Done for everyone. `since`: unless it became due again meanwhile, as text; null where this transaction holds the lock. */
export async function markProjected(tx: Tx, practiceId: PracticeId, since: string | null): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO projection_state AS s (practice_id, version) VALUES (${practiceId}::uuid, ${projectionVersion}::int)
    ON CONFLICT (practice_id) DO UPDATE SET version = excluded.version,
      due_at = CASE WHEN ${since}::text IS NULL OR s.due_at::text = ${since}::text THEN NULL ELSE s.due_at END`
}

/** Since when a practice is due to be projected anew, as text with all its decimals; null where it is not. */
export async function findDueSince(tx: Tx, practiceId: PracticeId): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ since: string | null }[]>`
    SELECT due_at::text AS since FROM projection_state WHERE practice_id = ${practiceId}::uuid`
  return row?.since ?? null
}

/** Practices that are due, or that another version of the code has projected. Over all practices. */
export async function listPracticesToProject(tx: Tx): Promise<PracticeId[]> {
  const rows = await tx.$queryRaw<{ id: PracticeId }[]>`
    SELECT id FROM list_practices_to_project(${projectionVersion}::int) AS id`
  return rows.map(({ id }) => id)
}

/** Practices whose counts have changed since they were last added up. Over all practices. */
export async function listPracticesToFold(tx: Tx): Promise<PracticeId[]> {
  const rows = await tx.$queryRaw<{ id: PracticeId }[]>`SELECT id FROM list_practices_to_fold() AS id`
  return rows.map(({ id }) => id)
}

/** Adds up the changes of the counts, and those of days that are over everywhere: `before` is such a day. */
export async function foldTallies(tx: Tx, practiceId: PracticeId, before: string): Promise<void> {
  await tx.$executeRaw`SELECT fold_tallies(${practiceId}::uuid, ${before}::date)`
}

/** Everyone who has or had a post at the practice. */
export async function listStaffIds(tx: Tx, practiceId: PracticeId): Promise<StaffMemberId[]> {
  const rows = await tx.$queryRaw<{ id: StaffMemberId }[]>`
    SELECT id FROM staff_member WHERE practice_id = ${practiceId}::uuid ORDER BY id`
  return rows.map(({ id }) => id)
}

/** Practices where somebody waits to be projected. Over all practices. */
export async function listPracticesWithDue(tx: Tx): Promise<PracticeId[]> {
  const rows = await tx.$queryRaw<
    { id: PracticeId }[]
  >`SELECT id FROM list_practices_with_projection_due() AS id`
  return rows.map(({ id }) => id)
}

/** Takes the people who wait, at most so many: they are projected in this transaction, or wait again. */
export async function takeDue(tx: Tx, practiceId: PracticeId, limit: number): Promise<StaffMemberId[]> {
  const rows = await tx.$queryRaw<{ id: StaffMemberId }[]>`
    DELETE FROM projection_due WHERE (practice_id, staff_member_id) IN (
      SELECT practice_id, staff_member_id FROM projection_due WHERE practice_id = ${practiceId}::uuid
      ORDER BY staff_member_id LIMIT ${limit}::int FOR UPDATE SKIP LOCKED)
    RETURNING staff_member_id AS id`
  return rows.map(({ id }) => id)
}

/** Takes away spans that were over before the day: no list reads them, and those that stand in one are found sooner. */
export async function trimSpans(tx: Tx, practiceId: PracticeId, before: string): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM status_span WHERE practice_id = ${practiceId}::uuid AND through_on < ${before}::date`
}

/** Every practice. */
export async function listPracticeIds(tx: Tx): Promise<PracticeId[]> {
  const rows = await tx.$queryRaw<{ id: PracticeId }[]>`SELECT id FROM list_practice_ids() AS id`
  return rows.map(({ id }) => id)
}

/** Throws everything derived away, counts last, which also hold what taking the spans away changed in them. */
export async function clearProjection(tx: Tx, practiceId: PracticeId): Promise<void> {
  await tx.$executeRaw`DELETE FROM status_span WHERE practice_id = ${practiceId}::uuid`
  await tx.$executeRaw`DELETE FROM status_tally WHERE practice_id = ${practiceId}::uuid`
  await markDue(tx, practiceId)
}
