import type { Context } from '#lib/context'
import { findSkippable, insertSkips } from '#lib/data/test-out'
import { findForm } from '#lib/data/track-form'
import { postsOf } from '#lib/domain/access/actor'
import type { AssignmentId, FormId } from '#lib/domain/ids'
import { ok, type Result, refuse } from '#lib/domain/result'

export type SkipShownLessonsRefusal = 'not-found' | 'nothing-to-skip'

/**
 * Skips the lessons that a form before the training showed not to be needed: their quiz waits for them no more, and is asked
 * in full. Nobody else is told of it, so that it stands in no evidence and in no audit entry, but in rows of the person's own.
 */
export async function skipShownLessons(
  context: Context,
  { formId }: { formId: FormId },
): Promise<Result<{ assignmentId: AssignmentId }, SkipShownLessonsRefusal>> {
  const { tx, actor, now, language } = context
  const form = await findForm(tx, postsOf(actor), formId, language)
  if (!form) return refuse('not-found')
  const skippable = await findSkippable(context, form)
  if (!skippable || skippable.lessons.length === 0) return refuse('nothing-to-skip')
  await insertSkips(tx, actor.personId, form, skippable.lessons, now)
  return ok({ assignmentId: form.assignmentId })
}
