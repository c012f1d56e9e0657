import path from 'node:path'
import { type CompiledEntry, compileFile } from '#lib/content/compile-file'
import { type FileProblem, ofFile } from '#lib/content/file-problem'
import type { LessonCompiler } from '#lib/content/lesson/lesson-compiler'
import type { LessonRegisters } from '#lib/content/lesson/registers'
import type { CompiledLesson } from '#lib/content/lesson/worker-answers'
import type { TranslationFolder } from '#lib/content/translation-folder'
import { skeletonDifference } from '#lib/domain/curriculum/lesson-skeleton'

export type CompiledTranslation = {
  readonly translation: TranslationFolder
  /** In the order of the original. */
  readonly lessons: readonly { readonly id: string; readonly compiled: CompiledLesson }[]
}

/**
 * Compiles the lessons of a translation and holds each against its original: the same headings, lists, checks, contacts and
 * sources in the same order.
 */
export async function compileTranslation(
  translation: TranslationFolder,
  originals: readonly CompiledEntry[],
  registers: LessonRegisters,
  compiler: LessonCompiler,
): Promise<CompiledTranslation & { readonly problems: readonly FileProblem[] }> {
  const lessons: { id: string; compiled: CompiledLesson }[] = []
  const problems: FileProblem[] = []
  const files = originals.map(({ entry }) => path.join(translation.folder, entry.file))
  const outcomes = await Promise.all(files.map((file) => compileFile(file, registers, compiler)))
  for (const [index, { entry, compiled: original }] of originals.entries()) {
    const [file, outcome] = [files[index], outcomes[index]]
    if (file === undefined || !outcome) continue
    problems.push(...outcome.problems)
    if (!outcome.compiled) continue
    problems.push(...untrue(file, original, outcome.compiled))
    lessons.push({ id: entry.id, compiled: outcome.compiled })
  }
  return { translation, lessons, problems }
}

function untrue(file: string, original: CompiledLesson, translated: CompiledLesson): FileProblem[] {
  const found = skeletonDifference(original.tree, translated.tree)
  if (!found) return []
  return [
    ofFile(
      file,
      `The lesson is built otherwise than its original: where that has “${found.original}”, this has “${found.translation}”. Make them alike.`,
    ),
  ]
}
