import { chainEntries } from '#lib/audit/chain-entries'
import type { Context } from '#lib/context'
import { appendAudit } from '#lib/data/audit'
import type { Tx } from '#lib/data/database'
import { findQuizForScoring } from '#lib/data/find-quiz-for-scoring'
import {
  type Correction,
  hasRegrade,
  insertRegrade,
  listCorrections,
  listToRegrade,
  lockRegrade,
  type Regraded,
  type SubmissionToRegrade,
} from '#lib/data/regrade'
import { type Capability, type Membership, membershipWith } from '#lib/domain/access/actor'
import { type CoarseCount, coarseCount, correctedQuiz, passChange } from '#lib/domain/assessment/regrade'
import { scoreAttempt } from '#lib/domain/curriculum/score-attempt'
import type { PracticeId } from '#lib/domain/ids'
import type { Language } from '#lib/domain/language'
import { ok, type Result, refuse } from '#lib/domain/result'

export type RegradeRefusal = 'not-found' | 'nothing-to-regrade'

/** At most so many in one run; another run takes the rest. */
const atOnce = 5000

type Wanted = { readonly practiceId: string; readonly moduleVersionId: string }

/** What a run would do, in numbers that point at nobody. */
export type RegradePreview = {
  readonly practiceId: PracticeId
  readonly practiceName: string
  readonly capabilities: readonly Capability[]
  /** Null where no later version corrects a key, or it concerns nothing that was submitted here. */
  readonly correction: Correction | null
  readonly nowPass: CoarseCount
  readonly noLongerPass: CoarseCount
}

/** Scores without writing anything. */
export async function previewRegrade(
  { tx, actor, language }: Context,
  { practiceId: wanted, moduleVersionId }: Wanted,
): Promise<Result<RegradePreview, 'not-found'>> {
  const post = membershipWith(actor, wanted, 'review')
  if (!post) return refuse('not-found')
  const { practiceId, practiceName, capabilities } = post
  const correction = (await findCorrection(tx, post, moduleVersionId, language)) ?? null
  const scores = correction ? await regraded(tx, practiceId, correction) : []
  const changes = scores.map(({ oldPassed, passed }) => passChange(oldPassed, passed))
  const count = (kind: 'now-passes' | 'no-longer-passes') =>
    coarseCount(changes.filter((change) => change === kind).length)
  return ok({
    practiceId,
    practiceName,
    capabilities,
    correction,
    nowPass: count('now-passes'),
    noLongerPass: count('no-longer-passes'),
  })
}

type Input = Wanted & {
  readonly reason: string
  /** Made once for the page that was shown: the same form, sent again, is the same run. */
  readonly runId: string
}

/**
 * Scores what was submitted under a module version again, with the key that a later version corrects. Old and new score are
 * written beside each other; submissions and scores stay as they are, and nothing follows until a person decides.
 */
export async function regradeSubmissions(
  { tx, now, actor, language }: Context,
  { practiceId: wanted, moduleVersionId, reason, runId }: Input,
): Promise<Result<null, RegradeRefusal>> {
  const post = membershipWith(actor, wanted, 'review')
  if (!post) return refuse('not-found')
  const { practiceId } = post
  await lockRegrade(tx, practiceId)
  if (await hasRegrade(tx, practiceId, runId)) return ok(null)
  const correction = await findCorrection(tx, post, moduleVersionId, language)
  if (!correction) return refuse('nothing-to-regrade')
  const scores = await regraded(tx, practiceId, correction)
  if (scores.length === 0) return refuse('nothing-to-regrade')
  const { moduleId, fromVersionId, toVersionId, itemIds } = correction
  const run = { id: runId, moduleId, fromVersionId, toVersionId, itemIds, reason, recordedBy: actor.personId }
  await insertRegrade(tx, practiceId, run, scores, now)
  const event = { kind: 'submissions-regraded', runId, fromVersionId, toVersionId, itemIds } as const
  const deed = { actorPersonId: actor.personId, recordedAt: now }
  await appendAudit(tx, practiceId, chainEntries(deed, [{ ...event, submissions: scores.length }]))
  return ok(null)
}

async function findCorrection(
  tx: Tx,
  { practiceId }: Membership,
  moduleVersionId: string,
  language: Language,
): Promise<Correction | undefined> {
  const corrections = await listCorrections(tx, practiceId, language)
  return corrections.find(({ fromVersionId }) => fromVersionId === moduleVersionId)
}

/** Every submission that waits, scored with the corrected key. */
async function regraded(
  tx: Tx,
  practiceId: PracticeId,
  correction: Correction,
): Promise<readonly Regraded[]> {
  const waiting = await listToRegrade(tx, practiceId, correction, { limit: atOnce })
  if (waiting.length === 0) return []
  const asked = [...new Set(waiting.flatMap(({ itemIds }) => itemIds))]
  const { items, passMarkPercent } = await findQuizForScoring(tx, correction.fromVersionId, asked)
  const corrected = await findQuizForScoring(tx, correction.toVersionId, correction.itemIds)
  const keys = new Map(corrected.items.map((item) => [item.id, item.correctOptionIds]))
  const byId = new Map(items.map((item) => [item.id, item]))
  const score = (submission: SubmissionToRegrade): Regraded[] => {
    const [first, ...rest] = submission.itemIds.flatMap((id) => byId.get(id) ?? [])
    if (!first) return []
    const quiz = correctedQuiz({ passMarkPercent, items: [first, ...rest] }, keys)
    const { id, correct, passed } = submission
    const answers = new Map(Object.entries(submission.answers))
    return [{ ...scoreAttempt(quiz, answers), submissionId: id, oldCorrect: correct, oldPassed: passed }]
  }
  return waiting.flatMap(score)
}
