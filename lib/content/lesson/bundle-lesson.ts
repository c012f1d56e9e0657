import { Script } from 'node:vm'
import type { Plugin } from 'esbuild'
import { bundleMDX } from 'mdx-bundler'
import { canonicalHash } from '#lib/content/canonical-hash'
import { lessonLanguage } from '#lib/content/lesson/language'
import { recorderComponents, recorderRuntime, tidyTree } from '#lib/content/lesson/record'
import type { LessonRegisters } from '#lib/content/lesson/registers'
import { lessonTreeSchema } from '#lib/content/lesson/tree-schema'
import type { CompiledLesson } from '#lib/content/lesson/worker-answers'
import { invariant } from '#lib/domain/invariant'

const onlyTheEntry: Plugin = {
  name: 'only-the-entry',
  setup(build) {
    build.onResolve({ filter: /.*/ }, ({ kind, path }) =>
      kind === 'entry-point' || path === 'react/jsx-runtime'
        ? undefined
        : { errors: [{ text: 'A lesson imports nothing.' }] },
    )
  },
}

async function bundle(source: string, registers: LessonRegisters): Promise<string> {
  const { code } = await bundleMDX({
    source,
    mdxOptions: (options) => ({ ...options, ...lessonLanguage(registers) }),
    esbuildOptions: (options) => ({
      ...options,
      logLevel: 'silent',
      plugins: [onlyTheEntry, ...(options.plugins ?? [])],
    }),
  })
  return code
}

/** Calls the lesson in an empty context with components that only record that they were called for. */
function evaluate(code: string): unknown {
  const script = new Script(`(function (_jsx_runtime) { ${code} })`)
  const noEval = { contextCodeGeneration: { strings: false, wasm: false } }
  const lesson: unknown = script.runInNewContext({}, noEval)(recorderRuntime)
  invariant(typeof lesson === 'object' && lesson !== null && 'default' in lesson, 'a bundle has a lesson')
  invariant(typeof lesson.default === 'function', 'a lesson can be called')
  return lesson.default({ components: recorderComponents })
}

/** A checked lesson as its tree. Runs only in a worker. Throws for a lesson that was not checked: a fault of ours. */
export async function bundleLesson(source: string, registers: LessonRegisters): Promise<CompiledLesson> {
  const tree = lessonTreeSchema.parse(tidyTree(evaluate(await bundle(source, registers))))
  return { tree, hash: canonicalHash(tree) }
}
