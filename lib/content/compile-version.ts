import path from 'node:path'
import { type FileProblem, inFile, ofFile } from '#lib/content/file-problem'
import type { LessonCompiler } from '#lib/content/lesson/lesson-compiler'
import type { LessonRegisters } from '#lib/content/lesson/registers'
import { decodeLesson } from '#lib/content/lesson/screen'
import type { CompiledLesson } from '#lib/content/lesson/worker-answers'
import { lessonBytes, type ModuleFolder, type VersionFolder } from '#lib/content/module-folder'
import type { LessonEntry } from '#lib/content/module-schema'
import { citedSourceIds } from '#lib/domain/curriculum/lesson-tree'

export type CompiledEntry = { readonly entry: LessonEntry; readonly compiled: CompiledLesson }

export type CompiledVersion = {
  readonly lessons: readonly CompiledEntry[]
  readonly problems: readonly FileProblem[]
}

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

function unlistedSources(
  entry: LessonEntry,
  index: number,
  { tree }: CompiledLesson,
  version: VersionFolder,
) {
  return citedSourceIds(tree)
    .filter((id) => !entry.sources.includes(id))
    .map((id) =>
      version.version.problemAt(
        ['lessons', index, 'sources'],
        `The lesson cites “${id}”; list it among its sources.`,
      ),
    )
}

/** Compiles the lessons of one version, one after the other in the same worker. */
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
  for (const [index, entry] of version.version.value.lessons.entries()) {
    const outcome = await compileFile(path.join(version.folder, entry.file), known, compiler)
    problems.push(...outcome.problems)
    if (!outcome.compiled) continue
    problems.push(...unlistedSources(entry, index, outcome.compiled, version))
    lessons.push({ entry, compiled: outcome.compiled })
  }
  return { lessons, problems }
}
