import { findQuizStart, type Posts, type QuizStart } from '#lib/data/attempt'
import { listAskings } from '#lib/data/attempt-limit'
import type { Tx } from '#lib/data/database'
import { listCycleRecords, type StoredCycle } from '#lib/data/training'
import { type Actor, type Membership, postsOf } from '#lib/domain/access/actor'
import { type Instant, type LocalDate, localDateAt } from '#lib/domain/calendar'
import type { DrawnItem } from '#lib/domain/curriculum/bank-item'
import type { AssignmentId, PracticeId, StaffMemberId } from '#lib/domain/ids'
import type { Language } from '#lib/domain/language'
import { asAskedOn, dependsOnToday } from '#lib/domain/training/asked-today'
import type { Asking } from '#lib/domain/training/attempt-limit'
import { postOfRow } from '#lib/domain/training/place-of-work'
import { asksTheRules, isTurnOver, quizzesOpenOn, type StoredTurn } from '#lib/domain/training/turn'

/** Who looks, and when. */
export type Looking = {
  readonly tx: Tx
  readonly actor: Actor
  readonly now: Instant
  readonly language: Language
}

type Turning = {
  readonly staffMemberId: StaffMemberId
  readonly trackId: string
  readonly turn: StoredTurn
}

/**
 * The turn of now of one assignment: its last cycle, or the one that follows where that belongs to a turn that is over. That
 * one is begun by the first deed in it, never by looking. What is skipped or offered in it is so as what asks today allows. One
 * query, and three more only where the rules must be asked.
 * Undefined where the assignment is not one of the actor's.
 */
export async function findTurnRecord(
  looking: Looking,
  assignmentId: AssignmentId,
): Promise<StoredCycle | undefined> {
  const { tx, actor, now, language } = looking
  const [stored] = await listCycleRecords(tx, postsOf(actor), language, { assignmentId })
  if (!stored) return undefined
  const post = postOfRow(actor, stored)
  const askings = asksTheRules(stored.turn) ? await listAskings(tx, post, stored) : undefined
  const isOver = isTurnOver(stored.turn, askings ?? [], { now, timeZone: post.timeZone })
  const anew = isOver ? [assignmentId] : []
  const [record = stored] = isOver
    ? await listCycleRecords(tx, postsOf(actor), language, { assignmentId, anew })
    : [stored]
  if (!dependsOnToday(record)) return record
  return asAskedOn(record, askings ?? (await listAskings(tx, post, stored)), localDateAt(now, post.timeZone))
}

/** Of records that stand as stored, those of the turns of now, as what asks today lets them count. `askingsOf`: all that ask for the record's track. */
export async function turnsOfNow(
  { tx, actor, now, language }: Looking,
  records: readonly StoredCycle[],
  askingsOf: (record: StoredCycle, post: Membership) => readonly Asking[],
): Promise<readonly StoredCycle[]> {
  const over = records.filter((record) => {
    const post = postOfRow(actor, record)
    return isTurnOver(record.turn, askingsOf(record, post), { now, timeZone: post.timeZone })
  })
  const anew = over.map(({ assignmentId }) => assignmentId)
  // It reads every assignment of the actor's, of which these may be a few.
  const read = over.length > 0 ? await listCycleRecords(tx, postsOf(actor), language, { anew }) : []
  return records.map((stored) => {
    const record = read.find(({ assignmentId }) => assignmentId === stored.assignmentId) ?? stored
    if (!dependsOnToday(record)) return record
    const post = postOfRow(actor, record)
    return asAskedOn(record, askingsOf(record, post), localDateAt(now, post.timeZone))
  })
}

type PartOfTurn<Start> = {
  readonly start: Start
  readonly askings: readonly Asking[]
  readonly post: Membership
}

/** What must be known before a part begins, in the turn of now. Undefined where it is not the actor's, or not asked for. */
export async function findPartOfTurn<Start extends Turning & { readonly cycle: number }>(
  { tx, actor, now }: Looking,
  find: (isAnew: boolean) => Promise<Start | undefined>,
): Promise<PartOfTurn<Start> | undefined> {
  const stored = (await find(false)) ?? (await find(true))
  if (!stored) return undefined
  const post = postOfRow(actor, stored)
  const askings = await listAskings(tx, post, stored)
  const isLast = stored.cycle === stored.turn.lastCycle
  const isBehind = isTurnOver(stored.turn, askings, { now, timeZone: post.timeZone })
  if (isBehind !== isLast) return { start: stored, askings, post }
  // The last cycle is over; or it goes on, and only the one after it would ask for this part.
  const start = isBehind ? await find(true) : undefined
  return start && { start, askings, post }
}

export function findQuizOfTurn(
  looking: Looking,
  quiz: { readonly assignmentId: AssignmentId; readonly moduleId: string },
): Promise<PartOfTurn<QuizStart> | undefined> {
  const { tx, actor, language } = looking
  return findPartOfTurn(looking, (isAnew) => findQuizStart(tx, postsOf(actor), quiz, language, isAnew))
}

type Sitting = Turning & {
  readonly practiceId: PracticeId
  readonly cycle: number
  readonly items: readonly DrawnItem[]
  /** When the time is over; null where none is set. */
  readonly endsAt: Instant | null
}

/** A sitting as far as it must be known before it is handed in. Undefined where it is not one of these posts', or gone. */
export async function findSitting(tx: Tx, posts: Posts, attemptId: string): Promise<Sitting | undefined> {
  const rows = await tx.$queryRaw<Sitting[]>`
    SELECT o.practice_id AS "practiceId", o.staff_member_id AS "staffMemberId", a.track_id AS "trackId", o.cycle,
      o.items, c.told AS turn, to_char(o.ends_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "endsAt"
    FROM open_attempt o
    JOIN assignment a ON a.practice_id = o.practice_id AND a.id = o.assignment_id
    JOIN LATERAL last_cycle(o.practice_id, o.assignment_id, false) c ON true
    WHERE o.practice_id = ANY (${posts.practiceIds}::uuid[]) AND o.id = ${attemptId}::uuid
      AND o.staff_member_id = ANY (${posts.staffMemberIds}::uuid[])`
  return rows[0]
}

/** Whether a sitting may be handed in now. `opensOn`: the day from which it counts, where it is too early. */
export type SittingState =
  | { readonly kind: 'counts' }
  | { readonly kind: 'turn-over' }
  | { readonly kind: 'too-early'; readonly opensOn: LocalDate }

/** Two queries, and only where the rules have a say: it was open to be handed in when it began. */
export async function sittingState(
  { tx, actor, now }: Looking,
  sitting: Omit<Sitting, 'items' | 'endsAt'>,
): Promise<SittingState> {
  const { turn, cycle } = sitting
  if (cycle !== turn.lastCycle) return { kind: 'turn-over' }
  if (!asksTheRules(turn)) return { kind: 'counts' }
  const post = postOfRow(actor, sitting)
  const askings = await listAskings(tx, post, sitting)
  if (isTurnOver(turn, askings, { now, timeZone: post.timeZone })) return { kind: 'turn-over' }
  const opensOn = quizzesOpenOn(askings, localDateAt(now, post.timeZone))
  return opensOn === null ? { kind: 'counts' } : { kind: 'too-early', opensOn }
}
