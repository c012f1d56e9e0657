import type { Context } from '#lib/context'
import { type DraftSave, findAttemptItems, saveDrafts } from '#lib/data/draft-answer'
import { findSubmission } from '#lib/data/submission'
import { postsOf } from '#lib/domain/access/actor'
import { readAnswers } from '#lib/domain/curriculum/attempt-answers'
import type { AttemptId } from '#lib/domain/ids'
import { ok, type Result, refuse } from '#lib/domain/result'
import { isTimeOver } from '#lib/domain/training/time-limit'

export type SaveAnswersRefusal =
  | 'not-found'
  | 'answers-foreign'
  | 'answers-changed-elsewhere'
  | 'submitted-already'
  | 'time-over'

/**
 * Saves answers of an open sitting. Each names the revision that its page showed, so that an older page cannot overwrite.
 * One that was handed in meanwhile is refused: what was handed in counts. After the end of its time nothing more is saved.
 */
export async function saveAnswers(
  { tx, actor, now }: Context,
  input: { attemptId: AttemptId; drafts: readonly DraftSave[] },
): Promise<Result<{ revisions: Readonly<Record<string, number>> }, SaveAnswersRefusal>> {
  const posts = postsOf(actor)
  const attempt = await findAttemptItems(tx, posts, input.attemptId)
  const isHandedIn = async () => (await findSubmission(tx, posts, input.attemptId)) !== undefined
  if (!attempt) return refuse((await isHandedIn()) ? 'submitted-already' : 'not-found')
  if (isTimeOver(attempt.endsAt, now)) return refuse('time-over')
  const given = Object.fromEntries(input.drafts.map((draft) => [draft.itemId, draft.optionIds]))
  const answers = readAnswers(attempt.items, given)
  if (!answers.ok) return answers
  const saved = await saveDrafts(tx, attempt.practiceId, input.attemptId, input.drafts, now)
  if (saved === 'gone') return refuse('submitted-already')
  if (saved.size < input.drafts.length) {
    return refuse((await isHandedIn()) ? 'submitted-already' : 'answers-changed-elsewhere')
  }
  return ok({ revisions: Object.fromEntries(saved) })
}
