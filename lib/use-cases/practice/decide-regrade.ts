import { chainEntries } from '#lib/audit/chain-entries'
import { sealedCertificate } from '#lib/audit/sealed-certificate'
import type { Context } from '#lib/context'
import { listAskings } from '#lib/data/attempt-limit'
import { appendAudit } from '#lib/data/audit'
import { findStaffMember, type StaffMember } from '#lib/data/practice'
import { recordCompletion } from '#lib/data/record-completion'
import { listAffected } from '#lib/data/regrade'
import {
  closeSitting,
  findRegradedAttempt,
  insertDecision,
  type RegradedAttempt,
} from '#lib/data/regrade-decision'
import { isOwnRecord } from '#lib/data/staff-count'
import { lockAssignment } from '#lib/data/submission'
import { type Membership, membershipWith } from '#lib/domain/access/actor'
import { fitsChange, passChange, type RegradeOutcome } from '#lib/domain/assessment/regrade'
import type { AuditEvent } from '#lib/domain/audit/audit-event'
import { type LocalDate, localDateAt } from '#lib/domain/calendar'
import type { AttemptId } from '#lib/domain/ids'
import { ok, type Result, refuse } from '#lib/domain/result'
import { isTurnOver, quizzesOpenOn } from '#lib/domain/training/turn'

type CompletionRefusal = 'attempt-turn-over' | 'completed-already' | 'sitting-open' | 'not-employed-today'
export type DecideRegradeRefusal =
  | 'not-found'
  | 'own-record'
  | 'decided-already'
  | 'decision-unfit'
  | CompletionRefusal

type Input = {
  readonly practiceId: string
  readonly runId: string
  readonly submissionId: string
  readonly outcome: RegradeOutcome
  readonly reason: string
}

/**
 * Records what a manager decides about one person whom a regrade affects. A completion is given by the way that a submission
 * takes, on the day of the decision: nothing is dated back. Nothing here takes a completion or a certificate away.
 */
export async function decideRegrade(
  context: Context,
  { practiceId: wanted, runId, submissionId, outcome, reason }: Input,
): Promise<Result<null, DecideRegradeRefusal>> {
  const { tx, now, actor } = context
  const post = membershipWith(actor, wanted, 'manage')
  if (!post) return refuse('not-found')
  const { practiceId, timeZone } = post
  const [person] = await listAffected(tx, practiceId, runId, { submissionId, limit: 1 })
  const member = person && (await findStaffMember(tx, practiceId, person.staffMemberId))
  if (!person || !member) return refuse('not-found')
  const today = localDateAt(now, timeZone)
  if (await isOwnRecord(tx, practiceId, member, actor.personId, today)) return refuse('own-record')
  if (!fitsChange(outcome, passChange(person.passedBefore, person.passesNow))) return refuse('decision-unfit')
  const id = person.submissionId
  const decision = { runId, submissionId: id, outcome, reason, decidedBy: actor.personId }
  if (!(await insertDecision(tx, practiceId, decision, now))) return refuse('decided-already')
  const staffMemberId = member.id
  const events: AuditEvent[] = [{ kind: 'regrade-decided', runId, staffMemberId, attemptId: id, outcome }]
  if (outcome === 'completion-given') {
    const given = await giveCompletion(context, post, member, id)
    if (!given.ok) return given
    events.push(...given.value)
  }
  await appendAudit(tx, practiceId, chainEntries({ actorPersonId: actor.personId, recordedAt: now }, events))
  return ok(null)
}

async function giveCompletion(
  context: Context,
  post: Membership,
  member: StaffMember,
  submissionId: AttemptId,
): Promise<Result<readonly AuditEvent[], CompletionRefusal>> {
  const { tx, now } = context
  const { practiceId } = post
  const before = await findRegradedAttempt(tx, practiceId, submissionId)
  // Whoever is handing it in at this moment is waited for, in the same order of locks.
  if (before?.openAttemptId) await closeSitting(tx, practiceId, member.id, before.openAttemptId)
  if (before) await lockAssignment(tx, before.assignmentId)
  const attempt = await findRegradedAttempt(tx, practiceId, submissionId)
  const today = localDateAt(now, post.timeZone)
  if (!attempt || attempt.cycle !== attempt.turn.lastCycle) return refuse('attempt-turn-over')
  const refusal = refusalOf(attempt, member, today)
  if (refusal) return refuse(refusal)
  const askings = await listAskings(tx, post, attempt)
  const isOver = isTurnOver(attempt.turn, askings, { now, timeZone: post.timeZone })
  if (isOver || quizzesOpenOn(askings, today) !== null) return refuse('attempt-turn-over')
  return ok(await completed(context, { post, member, attempt, today }))
}

function refusalOf(
  attempt: RegradedAttempt,
  member: StaffMember,
  today: LocalDate,
): CompletionRefusal | undefined {
  if (attempt.isCompleted) return 'completed-already'
  if (attempt.openAttemptId) return 'sitting-open'
  const works = member.startedOn <= today && (member.endedOn === null || member.endedOn >= today)
  return works ? undefined : 'not-employed-today'
}

type Giving = {
  readonly post: Membership
  readonly member: StaffMember
  readonly attempt: RegradedAttempt
  readonly today: LocalDate
}

/** The completion and, with the track's last part, its certificate. Returns what the audit chain must know. */
function completed(
  { tx, now, settings, actor }: Context,
  { post, member, attempt, today }: Giving,
): Promise<readonly AuditEvent[]> {
  const { timeZone, practiceName } = post
  const { personId, role, name: printedName } = member
  return recordCompletion(tx, attempt, {
    actorPersonId: actor.personId,
    holder: { personId, printedName, practiceName, role },
    timeZone,
    completedOn: today,
    now,
    seal: (document) => sealedCertificate(document, settings.certificateKeyFile),
  })
}
