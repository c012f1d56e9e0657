import { sha256 } from '#lib/content/canonical-hash'
import type { LessonProblem } from '#lib/content/lesson/problem'
import type { LessonRegisters } from '#lib/content/lesson/registers'
import { sharedPool } from '#lib/content/lesson/shared-pool'
import type { LessonTree } from '#lib/domain/curriculum/lesson-tree'
import { boundedCache } from '#lib/system/bounded-cache'

/** A lesson as learners see it, or why it cannot be drawn; `isBusy`: the last one of the same reader is still being read. */
export type DrawnLesson = {
  readonly tree: LessonTree | null
  readonly problems: readonly LessonProblem[]
  readonly isBusy: boolean
}

// A text under the same registers always says the same, and a review reads all lessons of a draft many times over.
const drawn = boundedCache<DrawnLesson>(200)

/** By the steps of publication, in a worker that may be killed; what was drawn before is not read again. */
export async function drawnLesson(
  owner: string,
  source: string,
  registers: LessonRegisters,
): Promise<DrawnLesson> {
  const key = sha256(JSON.stringify([source, registers]))
  const known = drawn.get(key)
  if (known) return known
  const done = await sharedPool().run(owner, (compiler) => compiler.compile(source, registers))
  if (!done.ok) return { tree: null, problems: [], isBusy: true }
  const lesson: DrawnLesson = done.value.ok
    ? { tree: done.value.value.tree, problems: [], isBusy: false }
    : { tree: null, problems: done.value.refusal, isBusy: false }
  drawn.set(key, lesson)
  return lesson
}
