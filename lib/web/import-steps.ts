import type { Context } from '#lib/context'
import type { PracticeId } from '#lib/domain/ids'

type Step = (
  context: Context,
  work: { readonly practiceId: PracticeId; readonly importId: string; readonly isQuick: boolean },
) => Promise<void>

/** What the worker would do next, done at once where it is little: whoever imports thirty people does not wait for it. */
export function quickly(
  step: Step,
  context: Context,
  { practiceId, importId }: { readonly practiceId: string; readonly importId: string },
): Promise<void> {
  // The command before this step has found the practice among the actor's own.
  return step(context, { practiceId: practiceId as PracticeId, importId, isQuick: true })
}
