import { randomUUID } from 'node:crypto'
import type { Posts } from '#lib/data/attempt'
import type { Tx } from '#lib/data/database'
import type { Instant, LocalDate } from '#lib/domain/calendar'
import type { AssignmentId, PersonId, PlayId, PracticeId, StaffMemberId } from '#lib/domain/ids'
import type { Language } from '#lib/domain/language'
import type { StoredTurn } from '#lib/domain/training/turn'

/** What must be known before a case may begin. */
export type CaseStart = {
  readonly practiceId: PracticeId
  readonly staffMemberId: StaffMemberId
  readonly trackId: string
  readonly cycle: number
  readonly turn: StoredTurn
  readonly caseVersionId: string
  /** The play of this cycle that counts; null where it did not begin. */
  readonly playId: PlayId | null
  /** The day on which it came to an end; null where it did not. */
  readonly completedOn: LocalDate | null
}

/**
 * One query. `isAnew`: as it stands in the cycle that would follow the last one. Undefined where the assignment is not one of
 * these posts', or that cycle does not ask for the case.
 */
export async function findCaseStart(
  tx: Tx,
  posts: Posts,
  { assignmentId, caseId }: { readonly assignmentId: AssignmentId; readonly caseId: string },
  isAnew: boolean,
): Promise<CaseStart | undefined> {
  const rows = await tx.$queryRaw<CaseStart[]>`
    SELECT a.practice_id AS "practiceId", a.staff_member_id AS "staffMemberId", a.track_id AS "trackId",
      c.number AS cycle, p.id AS "playId", d.completed_on::text AS "completedOn",
      c.told AS turn,
      coalesce(p.case_version_id, (SELECT v.id FROM case_version v WHERE v.case_id = ${caseId}
        ORDER BY v.version DESC LIMIT 1)) AS "caseVersionId"
    FROM assignment a
    JOIN LATERAL last_cycle(a.practice_id, a.id, ${isAnew}) c ON true
    JOIN track_version t ON t.id = c.track_version_id
    LEFT JOIN case_play p ON p.practice_id = a.practice_id AND p.assignment_id = a.id AND p.cycle = c.number
      AND p.case_id = ${caseId} AND p.number = 1
    LEFT JOIN case_completion d ON d.practice_id = a.practice_id AND d.assignment_id = a.id AND d.cycle = c.number
      AND d.case_id = ${caseId}
    WHERE a.practice_id = ANY (${posts.practiceIds}::uuid[]) AND a.id = ${assignmentId}::uuid
      AND a.staff_member_id = ANY (${posts.staffMemberIds}::uuid[]) AND ${caseId} = ANY (t.case_ids)`
  return rows[0]
}

export type NewPlay = {
  readonly practiceId: PracticeId
  readonly staffMemberId: StaffMemberId
  readonly assignmentId: AssignmentId
  readonly cycle: number
  readonly caseId: string
  readonly caseVersionId: string
}

/** Begins the play that counts, or finds the one that a rival request began: a constraint allows one in a cycle. */
export async function openPlay(tx: Tx, personId: PersonId, play: NewPlay, now: Instant): Promise<PlayId> {
  await tx.$executeRaw`
    INSERT INTO case_play (practice_id, id, person_id, staff_member_id, assignment_id, cycle, case_id, case_version_id,
      number, started_at)
    VALUES (${play.practiceId}::uuid, ${randomUUID()}::uuid, ${personId}::uuid, ${play.staffMemberId}::uuid,
      ${play.assignmentId}::uuid, ${play.cycle}, ${play.caseId}, ${play.caseVersionId}, 1, ${now}::timestamptz)
    ON CONFLICT (practice_id, assignment_id, cycle, case_id, number) DO NOTHING`
  return latestPlay(tx, play)
}

/** Begins another play of the same turn for practice, or finds the one that is still under way. */
export async function openReplay(tx: Tx, personId: PersonId, play: NewPlay, now: Instant): Promise<PlayId> {
  await tx.$executeRaw`
    INSERT INTO case_play (practice_id, id, person_id, staff_member_id, assignment_id, cycle, case_id, case_version_id,
      number, started_at)
    SELECT ${play.practiceId}::uuid, ${randomUUID()}::uuid, ${personId}::uuid, ${play.staffMemberId}::uuid,
      ${play.assignmentId}::uuid, ${play.cycle}, ${play.caseId}, ${play.caseVersionId}, last.number + 1,
      ${now}::timestamptz
    FROM (SELECT p.id, p.number FROM case_play p WHERE p.practice_id = ${play.practiceId}::uuid
      AND p.assignment_id = ${play.assignmentId}::uuid AND p.cycle = ${play.cycle} AND p.case_id = ${play.caseId}
      ORDER BY p.number DESC LIMIT 1) last
    WHERE EXISTS (SELECT FROM case_choice c WHERE c.practice_id = ${play.practiceId}::uuid AND c.play_id = last.id
      AND c.is_last)
    ON CONFLICT (practice_id, assignment_id, cycle, case_id, number) DO NOTHING`
  return latestPlay(tx, play)
}

async function latestPlay(tx: Tx, { practiceId, assignmentId, cycle, caseId }: NewPlay): Promise<PlayId> {
  const { id } = await tx.casePlay.findFirstOrThrow({
    where: { practiceId, assignmentId, cycle, caseId },
    orderBy: { number: 'desc' },
    select: { id: true },
  })
  return id as PlayId
}

export type StoredChoice = {
  readonly nodeId: string
  readonly optionId: string
  readonly nextNodeId: string
  readonly isLast: boolean
}

export type StoredPlay = NewPlay & {
  readonly id: PlayId
  readonly trackId: string
  /** 1 counts; what is higher is practice. */
  readonly number: number
  /** What is stored of the last cycle of its assignment. */
  readonly turn: StoredTurn
  /** From the first step on. */
  readonly choices: readonly StoredChoice[]
  /** The certificate that its last choice earned, where it was the last part of the track. */
  readonly certificateId: string | null
}

/** One query. Undefined where it is not a play of these posts and of the person whose session this is. */
export async function findPlay(tx: Tx, posts: Posts, playId: PlayId): Promise<StoredPlay | undefined> {
  const rows = await tx.$queryRaw<StoredPlay[]>`
    SELECT p.id, p.practice_id AS "practiceId", p.staff_member_id AS "staffMemberId", p.assignment_id AS "assignmentId",
      p.cycle, p.case_id AS "caseId", p.case_version_id AS "caseVersionId", p.number, a.track_id AS "trackId",
      l.told AS turn,
      (SELECT coalesce(json_agg(json_build_object('nodeId', c.node_id, 'optionId', c.option_id, 'nextNodeId',
          c.next_node_id, 'isLast', c.is_last) ORDER BY c.step), '[]')
        FROM case_choice c WHERE c.practice_id = p.practice_id AND c.play_id = p.id) AS choices,
      (SELECT e.id FROM certificate e JOIN case_choice c ON c.practice_id = e.practice_id AND c.chosen_at = e.issued_at
        WHERE e.practice_id = p.practice_id AND e.assignment_id = p.assignment_id AND e.cycle = p.cycle
        AND p.number = 1 AND c.play_id = p.id AND c.is_last) AS "certificateId"
    FROM case_play p JOIN assignment a ON a.practice_id = p.practice_id AND a.id = p.assignment_id
    JOIN LATERAL last_cycle(p.practice_id, p.assignment_id, false) l ON true
    WHERE p.practice_id = ANY (${posts.practiceIds}::uuid[]) AND p.id = ${playId}::uuid
      AND p.staff_member_id = ANY (${posts.staffMemberIds}::uuid[])`
  return rows[0]
}

/** `step`: from 1, in the order of the choices. */
export type NewChoice = StoredChoice & { readonly step: number; readonly language: Language }

/**
 * Takes a step, if it is the next one and its turn is not over: one statement decides, so that of any number of tabs and
 * clicks one makes the choice. False where it was not this one.
 */
export async function insertChoice(
  tx: Tx,
  personId: PersonId,
  play: StoredPlay,
  choice: NewChoice,
  now: Instant,
): Promise<boolean> {
  const written = await tx.$executeRaw`
    INSERT INTO case_choice (practice_id, play_id, step, person_id, case_version_id, node_id, option_id, next_node_id,
      is_last, chosen_at, language)
    SELECT p.practice_id, p.id, ${choice.step}, ${personId}::uuid, p.case_version_id, ${choice.nodeId},
      ${choice.optionId}, ${choice.nextNodeId}, ${choice.isLast}, ${now}::timestamptz, ${choice.language}
    FROM case_play p
    WHERE p.practice_id = ${play.practiceId}::uuid AND p.id = ${play.id}::uuid
      AND (SELECT count(*) FROM case_choice c WHERE c.practice_id = p.practice_id AND c.play_id = p.id)
        = ${choice.step}::int - 1
      AND (p.number > 1 OR p.cycle = (SELECT max(c.number) FROM cycle c WHERE c.practice_id = p.practice_id
        AND c.assignment_id = p.assignment_id))
    ON CONFLICT (practice_id, play_id, step) DO NOTHING`
  return written > 0
}
