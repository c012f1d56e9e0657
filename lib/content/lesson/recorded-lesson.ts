import { Script } from 'node:vm'
import { canonicalHash } from '#lib/content/canonical-hash'
import { recorderComponents, recorderRuntime, tidyTree } from '#lib/content/lesson/record'
import { lessonTreeSchema } from '#lib/content/lesson/tree-schema'
import type { CompiledLesson } from '#lib/content/lesson/worker-answers'
import { invariant } from '#lib/domain/invariant'

/** Calls the lesson in an empty context with components that only record that they were called for. */
function evaluate(code: string): unknown {
  const script = new Script(`(function (_jsx_runtime) { ${code} })`)
  const noEval = { contextCodeGeneration: { strings: false, wasm: false } }
  const lesson: unknown = script.runInNewContext({}, noEval)(recorderRuntime)
  invariant(
    typeof lesson === 'object' && lesson !== null && 'default' in lesson,
    'compiled code has a lesson',
  )
  invariant(typeof lesson.default === 'function', 'a lesson can be called')
  return lesson.default({ components: recorderComponents })
}

/** The tree of a lesson from the code that MDX made of it, a function's body. Runs only in a worker. */
export function recordedLesson(code: string): CompiledLesson {
  const tree = lessonTreeSchema.parse(tidyTree(evaluate(code)))
  return { tree, hash: canonicalHash(tree) }
}
