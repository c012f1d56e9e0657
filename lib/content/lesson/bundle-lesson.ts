import type { Plugin } from 'esbuild'
import { bundleMDX } from 'mdx-bundler'
import { lessonLanguage } from '#lib/content/lesson/language'
import { recordedLesson } from '#lib/content/lesson/recorded-lesson'
import type { LessonRegisters } from '#lib/content/lesson/registers'
import type { CompiledLesson } from '#lib/content/lesson/worker-answers'

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

/** A checked lesson as its tree. Runs only in a worker. Throws for a lesson that was not checked: a fault of ours. */
export const bundleLesson = async (source: string, registers: LessonRegisters): Promise<CompiledLesson> =>
  recordedLesson(await bundle(source, registers))
