import { createHash } from 'node:crypto'
import { chainEntries } from '#lib/audit/chain-entries'
import { sealedCertificate } from '#lib/audit/sealed-certificate'
import type { Context } from '#lib/context'
import { appendAudit } from '#lib/data/audit'
import { keepAnswers } from '#lib/data/draft-answer'
import { findQuizForScoring } from '#lib/data/find-quiz-for-scoring'
import { recordCompletion } from '#lib/data/record-completion'
import { type ClaimedAttempt, claimAttempt, findSubmission, insertSubmission } from '#lib/data/submission'
import { findSitting, sittingState } from '#lib/data/turn'
import { type Membership, postsOf } from '#lib/domain/access/actor'
import type { AuditEvent } from '#lib/domain/audit/audit-event'
import { type Instant, type LocalDate, localDateAt } from '#lib/domain/calendar'
import {
  answeredElsewhere,
  type GivenAnswers,
  type ReadAnswers,
  readAnswers,
  type ShownRevisions,
  unanswered,
  withSaved,
} from '#lib/domain/curriculum/attempt-answers'
import { scoreAttempt } from '#lib/domain/curriculum/score-attempt'
import type { AttemptId } from '#lib/domain/ids'
import { invariant } from '#lib/domain/invariant'
import { ok, type Result, refuse } from '#lib/domain/result'
import { isTimeOver } from '#lib/domain/training/time-limit'

export type SubmitAttemptRefusal =
  | 'not-found'
  | 'answers-foreign'
  | 'answers-missing'
  | 'answers-changed-elsewhere'
  | 'attempts-exhausted'
  | 'submitted-otherwise'

type Input = {
  readonly attemptId: AttemptId
  readonly answers: GivenAnswers
  /** Left out where no page was shown: then what is given counts, whatever was saved. */
  readonly revisions?: ShownRevisions | undefined
  /** Made once for the page that was shown: the same key with the same answers is the same submission. */
  readonly idempotencyKey: string
}

/** `isKept`: nothing was handed in, and the answers are saved, since a pass would count for no turn of now. */
type Submitted = { readonly attemptId: AttemptId; readonly isKept?: true }

/**
 * Scores a sitting against the keys of the version that was shown. Submission, answers, score, module completion and, with
 * the track's last part, certificate, next cycle, evidence and audit entries commit together or not at all. A sitting of a
 * turn that is over, and one that is too early, is not handed in but kept with what was answered. Of one whose time is over,
 * what was saved in time is handed in, whenever that is.
 */
export async function submitAttempt(
  context: Context,
  input: Input,
): Promise<Result<Submitted, SubmitAttemptRefusal>> {
  const { tx, actor, now, language } = context
  const claim = (isSure: boolean) => claimAttempt(tx, postsOf(actor), input.attemptId, language, isSure)
  const claimed = await claim(false)
  const kept = claimed ? undefined : await keptInstead(context, input)
  if (kept) return kept
  const attempt = claimed ?? (await claim(true))
  if (!attempt) return repeated(context, input)
  const answers = whatCounts(attempt, input, now)
  if (!answers.ok) return answers
  const itemIds = attempt.items.map((item) => item.itemId)
  const score = scoreAttempt(await findQuizForScoring(tx, attempt.moduleVersionId, itemIds), answers.value)
  const post = postOf(context, attempt)
  const submittedOn = localDateAt(now, post.timeZone)
  const { idempotencyKey } = input
  const submission = {
    attempt,
    answers: answers.value,
    score,
    submittedOn,
    idempotencyKey,
    bodyHash: bodyHashOf(input),
  }
  if ((await insertSubmission(tx, submission, now)) === null) return refuse('attempts-exhausted')
  const { staffMemberId, moduleVersionId } = attempt
  const events: AuditEvent[] = [
    {
      kind: 'attempt-submitted',
      staffMemberId,
      attemptId: attempt.id,
      moduleVersionId,
      passed: score.passed,
    },
  ]
  if (score.passed) events.push(...(await recordPass(context, post, attempt, submittedOn)))
  const deed = { actorPersonId: actor.personId, recordedAt: now }
  await appendAudit(tx, attempt.practiceId, chainEntries(deed, events))
  return ok({ attemptId: attempt.id })
}

/** Once the time is over, what was saved by then, whole or not; before that, every answer, saved or given now. */
function whatCounts(
  { items, drafts, endsAt }: ClaimedAttempt,
  { answers: given, revisions }: Input,
  now: Instant,
): Result<ReadAnswers, 'answers-foreign' | 'answers-changed-elsewhere' | 'answers-missing'> {
  if (isTimeOver(endsAt, now)) return readAnswers(items, withSaved({}, drafts))
  const answers = readAnswers(items, withSaved(given, drafts))
  if (!answers.ok) return answers
  if (revisions && answeredElsewhere(given, drafts, revisions).length > 0) {
    return refuse('answers-changed-elsewhere')
  }
  return unanswered(items, answers.value).length > 0 ? refuse('answers-missing') : answers
}

/** Undefined where the sitting may be handed in, or is gone. */
async function keptInstead(
  context: Context,
  { attemptId, answers }: Input,
): Promise<Result<Submitted, 'answers-foreign'> | undefined> {
  const { tx, actor, now } = context
  const sitting = await findSitting(tx, postsOf(actor), attemptId)
  if (!sitting || (await sittingState(context, sitting)).kind === 'counts') return undefined
  const read = readAnswers(sitting.items, answers)
  if (!read.ok) return read
  if (!isTimeOver(sitting.endsAt, now)) {
    await keepAnswers(tx, sitting.practiceId, attemptId, read.value, now)
  }
  return ok({ attemptId, isKept: true })
}

/** The sitting is gone: the same submission again is answered as the first time, another one is refused. */
async function repeated(
  { tx, actor }: Context,
  input: Input,
): Promise<Result<Submitted, SubmitAttemptRefusal>> {
  const earlier = await findSubmission(tx, postsOf(actor), input.attemptId)
  if (!earlier) return refuse('not-found')
  const same = earlier.idempotencyKey === input.idempotencyKey && earlier.bodyHash === bodyHashOf(input)
  return same ? ok({ attemptId: input.attemptId }) : refuse('submitted-otherwise')
}

/** SHA-256 over the answers, items in an order of their own, in hex. The order within an answer may be the answer itself. */
function bodyHashOf({ answers }: Input): string {
  const sorted = Object.entries(answers).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return createHash('sha256').update(JSON.stringify(sorted)).digest('hex')
}

function postOf({ actor }: Context, attempt: ClaimedAttempt): Membership {
  const post = actor.memberships.find((membership) => membership.staffMemberId === attempt.staffMemberId)
  invariant(post, 'a claimed sitting is one of the actor’s own')
  return post
}

/** Module completion and what follows from it. Returns what the audit chain must know. */
async function recordPass(
  { tx, now, settings, actor }: Context,
  post: Membership,
  attempt: ClaimedAttempt,
  completedOn: LocalDate,
): Promise<readonly AuditEvent[]> {
  const { personId: actorPersonId } = actor
  const { moduleId: part, moduleVersionId: versionId, moduleVersion: version } = attempt
  const done = { ...attempt, kind: 'module', part, versionId, version } as const
  const { timeZone, practiceName, role, name: printedName } = post
  return recordCompletion(tx, done, {
    actorPersonId,
    holder: { personId: actorPersonId, printedName, practiceName, role },
    timeZone,
    completedOn,
    now,
    seal: (document) => sealedCertificate(document, settings.certificateKeyFile),
  })
}
