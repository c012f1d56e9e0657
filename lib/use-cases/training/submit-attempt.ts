import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { chainEntries } from '#lib/audit/chain-entries'
import { signRecord } from '#lib/audit/sign-record'
import { readSigningKey } from '#lib/audit/signing-key'
import type { Context } from '#lib/context'
import { appendAudit } from '#lib/data/audit'
import { insertCertificate } from '#lib/data/certificate'
import { historiesOfTrack, listRequirements, listStatusEvents } from '#lib/data/compliance-history'
import { insertEvidenceAndRead, type NewEvidence } from '#lib/data/evidence'
import { findQuizForScoring } from '#lib/data/find-quiz-for-scoring'
import type { ProjectionRead } from '#lib/data/projection'
import {
  type ClaimedAttempt,
  type ClosedTrack,
  claimAttempt,
  completeModule,
  findSubmission,
  insertSubmission,
} from '#lib/data/submission'
import { type Membership, postsOf } from '#lib/domain/access/actor'
import type { AuditEvent } from '#lib/domain/audit/audit-event'
import { type LocalDate, localDateAt } from '#lib/domain/calendar'
import type { Certificate } from '#lib/domain/certification/certificate'
import { certificateNumberFrom } from '#lib/domain/certification/certificate-number'
import { complianceStatus } from '#lib/domain/compliance/compliance-status'
import { previewTogether } from '#lib/domain/compliance/preview-completion'
import { type GivenAnswers, readAnswers, unanswered } from '#lib/domain/curriculum/attempt-answers'
import { scoreAttempt } from '#lib/domain/curriculum/score-attempt'
import type { AttemptId } from '#lib/domain/ids'
import { invariant } from '#lib/domain/invariant'
import { ok, type Result, refuse } from '#lib/domain/result'
import { mayEarn } from '#lib/domain/training/track-asked'

export type SubmitAttemptRefusal =
  | 'not-found'
  | 'answers-foreign'
  | 'answers-missing'
  | 'attempts-exhausted'
  | 'submitted-otherwise'

type Input = {
  readonly attemptId: AttemptId
  readonly answers: GivenAnswers
  /** Made once for the page that was shown: the same key with the same answers is the same submission. */
  readonly idempotencyKey: string
}

type Submitted = { readonly attemptId: AttemptId }

/**
 * Scores a sitting against the keys of the version that was shown. Submission, answers, score, module completion and, with
 * the track's last module, certificate, next cycle, evidence and audit entries commit together or not at all.
 */
export async function submitAttempt(
  context: Context,
  input: Input,
): Promise<Result<Submitted, SubmitAttemptRefusal>> {
  const { tx, actor, now, language } = context
  const attempt = await claimAttempt(tx, postsOf(actor), input.attemptId, language)
  if (!attempt) return repeated(context, input)
  const answers = readAnswers(attempt.items, { ...attempt.drafts, ...input.answers })
  if (!answers.ok) return answers
  if (unanswered(attempt.items, answers.value).length > 0) return refuse('answers-missing')
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

/** SHA-256 over the answers, in an order of their own, in hex. */
function bodyHashOf({ answers }: Input): string {
  const sorted = Object.entries(answers)
    .map(([itemId, chosen]) => [itemId, chosen.toSorted()] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
  return createHash('sha256').update(JSON.stringify(sorted)).digest('hex')
}

function postOf({ actor }: Context, attempt: ClaimedAttempt): Membership {
  const post = actor.memberships.find((membership) => membership.staffMemberId === attempt.staffMemberId)
  invariant(post, 'a claimed sitting is one of the actor’s own')
  return post
}

/** Module completion and what follows from it. Returns what the audit chain must know. */
async function recordPass(
  context: Context,
  post: Membership,
  attempt: ClaimedAttempt,
  completedOn: LocalDate,
): Promise<AuditEvent[]> {
  const { tx, now, actor } = context
  const track = await completeModule(tx, attempt, completedOn, now)
  const { staffMemberId, trackId } = attempt
  const facts: NewEvidence[] = []
  const events: AuditEvent[] = []
  const { moduleId, moduleVersion, language } = attempt
  const part = { part: moduleId, version: moduleVersion, at: now, language }
  facts.push({ staffMemberId, trackId, kind: 'part-completed', effectiveOn: completedOn, details: part })
  const id = randomUUID()
  if (track) {
    const details = { version: track.trackVersion, at: now }
    facts.push({ id, staffMemberId, trackId, kind: 'completed', effectiveOn: completedOn, details })
  }
  const { read } = await insertEvidenceAndRead(tx, attempt.practiceId, actor.personId, facts, now)
  if (track) {
    const validThrough = await validThroughOf(context, post, { track, factId: id, read }, completedOn)
    events.push(...(await issueCertificate(context, post, attempt, { ...track, validThrough }, completedOn)))
  }
  return events
}

async function issueCertificate(
  context: Context,
  post: Membership,
  attempt: ClaimedAttempt,
  track: ClosedTrack & { readonly validThrough: LocalDate | null },
  completedOn: LocalDate,
): Promise<AuditEvent[]> {
  const { tx, now, settings, actor } = context
  const certificate: Certificate = {
    number: certificateNumberFrom(randomBytes(16)),
    printedName: post.name,
    practiceName: post.practiceName,
    role: post.role,
    trackVersionId: track.trackVersionId,
    trackTitle: track.trackTitle,
    modules: track.modules,
    completedOn,
    validThrough: track.validThrough,
    issuedAt: now,
  }
  const signature = await signRecord(
    'certificate',
    certificate,
    await readSigningKey(settings.certificateKeyFile),
  )
  const id = randomUUID()
  const { assignmentId, cycle, staffMemberId } = attempt
  const row = { ...certificate, id, assignmentId, cycle, staffMemberId, personId: actor.personId, signature }
  await insertCertificate(tx, attempt.practiceId, row)
  const signatureHash = createHash('sha256').update(signature).digest('hex')
  const { trackVersionId } = track
  return [
    { kind: 'track-completed', staffMemberId, assignmentId, cycle, trackVersionId, completedOn },
    { kind: 'certificate-issued', staffMemberId, certificateId: id, signatureHash },
  ]
}

type Recorded = { readonly track: ClosedTrack; readonly factId: string; readonly read: ProjectionRead | null }

/** The day through which the completion counts for all that asks for it; null where it counts for good, or for none. */
async function validThroughOf(
  { tx }: Context,
  post: Membership,
  { track, factId, read }: Recorded,
  on: LocalDate,
): Promise<LocalDate | null> {
  const { requirements, events } = read ?? {
    requirements: await listRequirements(tx, [post.practiceId]),
    events: await listStatusEvents(tx, [post.practiceId], post.staffMemberId),
  }
  const before = (events.get(post.staffMemberId) ?? []).filter(({ id }) => id !== factId)
  const histories = historiesOfTrack(post, track.trackId, requirements, before)
  const served = histories
    .map((history) => ({ history, answer: complianceStatus(history, on) }))
    .filter(({ history, answer }) => mayEarn(history, answer))
  const owed = served.filter(({ answer }) => answer.status !== 'not-required')
  // What asks other roles only must not lend its date; where nothing asks this person, any that asks for the track speaks.
  const asking = owed.length > 0 ? owed : served
  const preview = previewTogether(
    asking.map(({ history }) => history),
    on,
  )
  if (preview.kind === 'earns') return preview.validThrough
  const earnsNothing = preview.kind === 'earns-nothing' || (asking.length === 0 && histories.length > 0)
  if (!earnsNothing) return null
  // It says nothing beyond what stood before it, and where nothing did, nothing beyond its own day.
  return asking.flatMap(({ answer }) => answer.validThrough ?? []).sort()[0] ?? on
}
