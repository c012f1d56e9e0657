import { type FileProblem, inFile, ofFile } from '#lib/content/file-problem'
import type { LessonCompiler } from '#lib/content/lesson/lesson-compiler'
import type { LessonRegisters } from '#lib/content/lesson/registers'
import { decodeLesson } from '#lib/content/lesson/screen'
import type { CompiledLesson } from '#lib/content/lesson/worker-answers'
import { lessonBytes } from '#lib/content/module-folder'
import type { LessonEntry } from '#lib/content/module-schema'

export type CompiledEntry = { readonly entry: LessonEntry; readonly compiled: CompiledLesson }

type Outcome = { readonly compiled?: CompiledLesson; readonly problems: readonly FileProblem[] }

/** Compiles one lesson file; problems name the file. */
export async function compileFile(
  file: string,
  registers: LessonRegisters,
  compiler: LessonCompiler,
): Promise<Outcome> {
  const bytes = lessonBytes(file)
  if (!bytes) return { problems: [ofFile(file, 'There is no such lesson file.')] }
  const source = decodeLesson(bytes)
  if (typeof source !== 'string') return { problems: inFile(file, [source]) }
  const result = await compiler.compile(source, registers)
  return result.ok ? { compiled: result.value, problems: [] } : { problems: inFile(file, result.refusal) }
}
