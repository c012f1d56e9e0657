import { inTransaction } from '#lib/data/database'
import { enterPractice } from '#lib/data/scope'
import type { Actor } from '#lib/domain/access/actor'
import type { AssignmentId, PersonId, PracticeId, StaffMemberId } from '#lib/domain/ids'
import { noon, type World } from '#tests/support/world'

/** A learner of whom nothing is recorded but the post and an assignment of "basics" with every lesson read. */
export type CrowdMember = { readonly actor: Actor; readonly assignmentId: AssignmentId }

/** So many learners in two statements: a race of hundreds of rounds needs a fresh one for each. */
export async function addCrowd(
  { db }: World,
  practiceId: PracticeId,
  size: number,
): Promise<readonly CrowdMember[]> {
  return inTransaction(db, async (tx) => {
    await enterPractice(tx, practiceId)
    const rows = await tx.$queryRaw<
      { personId: PersonId; staffMemberId: StaffMemberId; assignmentId: AssignmentId }[]
    >`
      WITH made AS MATERIALIZED (
        SELECT gen_random_uuid() AS person, gen_random_uuid() AS member, gen_random_uuid() AS assignment
        FROM generate_series(1, ${size}::int)
      ), people AS (
        INSERT INTO person (id, created_at) SELECT person, ${noon}::timestamptz FROM made
      ), members AS (
        INSERT INTO staff_member (practice_id, id, person_id, name, role, employment_kind, capabilities, started_on, created_at)
        SELECT ${practiceId}::uuid, member, person, 'One of a crowd', 'nurse', 'employee', '{train}', '2026-03-01',
          ${noon}::timestamptz FROM made
      ), assigned AS (
        INSERT INTO assignment (practice_id, id, staff_member_id, track_id, created_at)
        SELECT ${practiceId}::uuid, assignment, member, 'basics', ${noon}::timestamptz FROM made
      )
      SELECT person AS "personId", member AS "staffMemberId", assignment AS "assignmentId" FROM made`
    await tx.$executeRaw`
      WITH began AS (
        INSERT INTO cycle (practice_id, assignment_id, number, track_version_id, began_at)
        SELECT ${practiceId}::uuid, id, 1, 'basics@1', ${noon}::timestamptz
        FROM unnest(${rows.map(({ assignmentId }) => assignmentId)}::uuid[]) AS id RETURNING *
      )
      INSERT INTO lesson_reading (practice_id, assignment_id, cycle, module_version_id, lesson_id, place, started_at,
        saved_at, finished_at, language)
      SELECT practice_id, assignment_id, 1, m || '@1', m || '-l1', 0, began_at, began_at, began_at, 'en'
      FROM began, unnest(ARRAY['m1', 'm2']) AS m`
    return rows.map(({ personId, staffMemberId, assignmentId }) => ({
      actor: actorOf(practiceId, personId, staffMemberId),
      assignmentId,
    }))
  })
}

function actorOf(practiceId: PracticeId, personId: PersonId, staffMemberId: StaffMemberId): Actor {
  const post = {
    practiceId,
    practiceName: 'Practice',
    timeZone: 'America/Chicago',
    isDemo: false,
    staffMemberId,
    name: 'One of a crowd',
    role: 'nurse',
    capabilities: ['train'],
  } as const
  return { personId, emailAddress: null, sessionIdHash: '', secondFactor: 'proved', memberships: [post] }
}
