import path from 'node:path'
import { type CompiledEntry, compileFile } from '#lib/content/compile-file'
import { type CompiledTranslation, compileTranslation } from '#lib/content/compile-translation'
import type { FileProblem } from '#lib/content/file-problem'
import type { LessonCompiler } from '#lib/content/lesson/lesson-compiler'
import type { LessonRegisters } from '#lib/content/lesson/registers'
import type { CompiledLesson } from '#lib/content/lesson/worker-answers'
import type { ModuleFolder, VersionFolder } from '#lib/content/module-folder'
import type { LessonEntry } from '#lib/content/module-schema'
import { citedSourceIds } from '#lib/domain/curriculum/lesson-tree'

export type CompiledVersion = {
  readonly lessons: readonly CompiledEntry[]
  readonly translations: readonly CompiledTranslation[]
  readonly problems: readonly FileProblem[]
}

/** With what its text cites among its sources: nobody keeps a second list of them. */
const withCitedSources = (entry: LessonEntry, { tree }: CompiledLesson): LessonEntry => ({
  ...entry,
  sources: [...new Set([...entry.sources, ...citedSourceIds(tree)])],
})

/** Compiles the lessons of one version and of its translations: while one is checked, the one before it is made into a tree. */
export async function compileVersion(
  module: ModuleFolder,
  version: VersionFolder,
  registers: LessonRegisters,
  compiler: LessonCompiler,
): Promise<CompiledVersion> {
  const objectives = module.about.value.objectives.map(({ id }) => id)
  const known = { ...registers, objectives, media: version.media }
  const lessons: CompiledEntry[] = []
  const problems: FileProblem[] = []
  const entries = version.version.value.lessons
  const outcomes = await Promise.all(
    entries.map(({ file }) => compileFile(path.join(version.folder, file), known, compiler)),
  )
  for (const [index, outcome] of outcomes.entries()) {
    const entry = entries[index]
    problems.push(...outcome.problems)
    if (!entry || !outcome.compiled) continue
    lessons.push({ entry: withCitedSources(entry, outcome.compiled), compiled: outcome.compiled })
  }
  const translations: CompiledTranslation[] = []
  for (const translation of version.translations) {
    const compiled = await compileTranslation(translation, lessons, known, compiler)
    problems.push(...compiled.problems)
    translations.push(compiled)
  }
  return { lessons, translations, problems }
}
