import type { Tx } from '#lib/data/database'
import { fromDateColumn, toDateColumn, toInstantColumn } from '#lib/data/dates'
import { markProjected } from '#lib/data/projection-state'
import type { Capability } from '#lib/domain/access/actor'
import type { Instant, LocalDate } from '#lib/domain/calendar'
import type { PersonId, PracticeId, StaffMemberId } from '#lib/domain/ids'

type NewPractice = {
  readonly id: PracticeId
  readonly name: string
  /** The US state, two letters. */
  readonly state: string
  readonly timeZone: string
  readonly isDemo: boolean
}

export type StaffMember = {
  readonly id: StaffMemberId
  readonly personId: PersonId
  readonly name: string
  readonly role: string
  readonly employmentKind: string
  /** As the practice calls it; null where it has one place only. */
  readonly location: string | null
  readonly capabilities: readonly Capability[]
  readonly startedOn: LocalDate
  /** The last day of employment. */
  readonly endedOn: LocalDate | null
}

export async function insertPractice(tx: Tx, practice: NewPractice, now: Instant): Promise<void> {
  await tx.practice.create({ data: { ...practice, createdAt: toInstantColumn(now) } })
  await markProjected(tx, practice.id, null)
}

export async function findPracticeName(tx: Tx, id: PracticeId): Promise<string | null> {
  return (await tx.practice.findUnique({ where: { id }, select: { name: true } }))?.name ?? null
}

/** Name and zone of a practice that is open. */
export async function findPractice(
  tx: Tx,
  id: PracticeId,
): Promise<{ readonly practiceName: string; readonly timeZone: string } | undefined> {
  const row = await tx.practice.findUnique({ where: { id }, select: { name: true, timeZone: true } })
  return row ? { practiceName: row.name, timeZone: row.timeZone } : undefined
}

export async function insertStaffMember(
  tx: Tx,
  practiceId: PracticeId,
  member: StaffMember,
  now: Instant,
): Promise<void> {
  await tx.staffMember.create({
    data: {
      ...member,
      practiceId,
      capabilities: [...member.capabilities],
      startedOn: toDateColumn(member.startedOn),
      endedOn: member.endedOn && toDateColumn(member.endedOn),
      createdAt: toInstantColumn(now),
    },
  })
}

/**
 * Held until the transaction ends: a form that is sent twice at once, or two managers, must not both find a post as it was
 * and both write what follows from that.
 */
export async function lockStaff(tx: Tx, practiceId: PracticeId): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended('staff ' || ${practiceId}, 0))::text`
}

export async function findStaffMember(
  tx: Tx,
  practiceId: PracticeId,
  id: string,
): Promise<StaffMember | undefined> {
  const row = await tx.staffMember.findUnique({
    where: { practiceId_id: { practiceId, id }, hiddenAt: null },
  })
  return row ? staffMemberOf(row) : undefined
}

export async function findStaffMemberOfPerson(
  tx: Tx,
  practiceId: PracticeId,
  personId: PersonId,
): Promise<StaffMember | undefined> {
  const row = await tx.staffMember.findUnique({
    where: { practiceId_personId: { practiceId, personId }, hiddenAt: null },
  })
  return row ? staffMemberOf(row) : undefined
}

/** The post of a person that an undone import left behind: whoever is added takes it up, since a person has one here. */
export async function findHiddenPost(
  tx: Tx,
  practiceId: PracticeId,
  personId: PersonId,
): Promise<StaffMemberId | undefined> {
  const row = await tx.staffMember.findUnique({
    where: { practiceId_personId: { practiceId, personId }, hiddenAt: { not: null } },
    select: { id: true },
  })
  return row?.id as StaffMemberId | undefined
}

/** Puts the post as it holds from now on; how it came about stands in the evidence. */
export async function updateStaffMember(tx: Tx, practiceId: PracticeId, member: StaffMember): Promise<void> {
  const { id, personId: _, ...post } = member
  await tx.staffMember.update({
    where: { practiceId_id: { practiceId, id } },
    data: {
      ...post,
      capabilities: [...post.capabilities],
      startedOn: toDateColumn(post.startedOn),
      endedOn: post.endedOn && toDateColumn(post.endedOn),
      hiddenAt: null,
    },
  })
}

type StaffRow = NonNullable<Awaited<ReturnType<Tx['staffMember']['findUnique']>>>

function staffMemberOf(row: StaffRow): StaffMember {
  return {
    id: row.id as StaffMemberId,
    personId: row.personId as PersonId,
    name: row.name,
    role: row.role,
    employmentKind: row.employmentKind,
    location: row.location,
    capabilities: row.capabilities as Capability[],
    startedOn: fromDateColumn(row.startedOn),
    endedOn: row.endedOn && fromDateColumn(row.endedOn),
  }
}

/** What these staff members are called, whether they still work here or not. */
export async function listStaffNames(
  tx: Tx,
  practiceId: PracticeId,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.$queryRaw<{ id: string; name: string }[]>`
    SELECT id, name FROM staff_member WHERE practice_id = ${practiceId}::uuid AND id = ANY (${ids}::uuid[]) LIMIT 10000`
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** The names that an outsider would try first in a password: the person's at each practice, and the practices'. */
export async function listNamesAround(tx: Tx, personId: PersonId): Promise<string[]> {
  const rows = await tx.$queryRaw<{ name: string; practice: string }[]>`
    SELECT m.name, p.name AS practice FROM staff_member m JOIN practice p ON p.id = m.practice_id
    WHERE m.person_id = ${personId}::uuid LIMIT 20`
  return rows.flatMap((row) => [row.name, row.practice])
}

/** Every practice, through the jobs' door: before any practice is entered. */
export async function listPracticeIds(tx: Tx): Promise<PracticeId[]> {
  const rows = await tx.$queryRaw<{ id: PracticeId }[]>`SELECT id FROM list_practice_ids() AS id`
  return rows.map(({ id }) => id)
}

export type PracticePlace = {
  readonly practiceId: PracticeId
  readonly practiceName: string
  readonly timeZone: string
  readonly isDemo: boolean
}

/** The practice that the transaction has entered. */
export async function findPracticePlace(tx: Tx, practiceId: PracticeId): Promise<PracticePlace | undefined> {
  const rows = await tx.$queryRaw<PracticePlace[]>`
    SELECT id AS "practiceId", name AS "practiceName", time_zone AS "timeZone", is_demo AS "isDemo"
    FROM practice WHERE id = ${practiceId}::uuid`
  return rows[0]
}

/** Whether any practice exists: the first start prints a set-up link until one does. */
export async function anyPractice(tx: Tx): Promise<boolean> {
  const rows = await tx.$queryRaw<{ id: string }[]>`SELECT id FROM list_practice_ids() AS id LIMIT 1`
  return rows.length > 0
}

export type Post = {
  readonly practiceId: PracticeId
  readonly staffMemberId: StaffMemberId
  readonly timeZone: string
  readonly name: string
  readonly endedOn: LocalDate | null
}

/** The person's posts, living or ended, oldest first. The transaction is open for that person. */
export async function listPosts(tx: Tx, personId: PersonId): Promise<Post[]> {
  return await tx.$queryRaw<Post[]>`
    SELECT m.practice_id AS "practiceId", m.id AS "staffMemberId", p.time_zone AS "timeZone", m.name, m.ended_on::text AS "endedOn"
    FROM staff_member m JOIN practice p ON p.id = m.practice_id
    WHERE m.person_id = ${personId}::uuid ORDER BY m.created_at LIMIT 20`
}
