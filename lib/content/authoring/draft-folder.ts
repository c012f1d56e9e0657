import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { FileProblem } from '#lib/content/file-problem'
import type { LessonCompiler } from '#lib/content/lesson/lesson-compiler'
import { lintContent } from '#lib/content/lint/lint-content'
import { readModuleFolder } from '#lib/content/module-folder'
import { projectFolder } from '#lib/content/project-folder'
import { type PublishableVersion, publishableModule } from '#lib/content/publishable-module'
import { practiceBank } from '#lib/content/quiz-rules'
import type { Registers } from '#lib/content/registers'
import { isDraftPath } from '#lib/domain/authoring/draft-path'
import type { PublishedCase } from '#lib/domain/curriculum/case'
import { invariant } from '#lib/domain/invariant'

export type FolderFile = { readonly path: string; readonly bytes: Uint8Array }

/** A problem of a draft; `file` is the path within it. */
export type DraftProblem = FileProblem & { readonly from: 'pipeline' | 'wording' }

export type DraftReading = {
  readonly problems: readonly DraftProblem[]
  /** What publication would store; null while something stands in its way. */
  readonly version: PublishableVersion | PublishedCase | null
  /** Whether the files could be read, so that every check has looked at all of them. */
  readonly isReadable: boolean
}

/** Lays the files out as a folder of this name for as long as the work takes. */
export async function inFolder<Value>(
  slug: string,
  files: readonly FolderFile[],
  work: (folder: string) => Promise<Value>,
): Promise<Value> {
  const above = mkdtempSync(path.join(tmpdir(), 'beacon-draft-'))
  const folder = path.join(above, slug)
  try {
    for (const file of files) {
      invariant(isDraftPath(file.path), 'a draft holds no file outside of its folder')
      const target = path.join(folder, ...file.path.split('/'))
      mkdirSync(path.dirname(target), { recursive: true })
      writeFileSync(target, file.bytes)
    }
    return await work(folder)
  } finally {
    rmSync(above, { recursive: true, force: true })
  }
}

/**
 * Everything that the pipeline of the shipped library and the wording rules find in a draft of a module, and what would be
 * published of it where nothing is wrong with its form.
 */
export async function readModuleDraft(
  slug: string,
  files: readonly FolderFile[],
  registers: Registers,
  compiler: LessonCompiler,
): Promise<DraftReading> {
  return await inFolder(slug, files, async (folder) => {
    const read = await publishableModule(folder, registers, compiler, undefined, practiceBank)
    const lint = await lintContent(folder, compiler)
    const told = (from: DraftProblem['from'], problems: readonly FileProblem[]) =>
      problems.map((problem): DraftProblem => ({ ...problem, file: placeIn(folder, problem.file), from }))
    return {
      problems: [
        ...told('pipeline', read.ok ? [] : read.refusal),
        ...told('wording', [...lint.blocking, ...lint.advisory]),
      ],
      version: read.ok ? (read.value.at(-1) ?? null) : null,
      isReadable: read.ok || readModuleFolder(folder, undefined, practiceBank).module?.versions.length === 1,
    }
  })
}

/** A file's path within the draft, as findings say it. */
export const placeIn = (folder: string, file: string) =>
  path.relative(folder, file).split(path.sep).join('/') || path.basename(folder)

/** The files of a shipped module or case in one version, as those of a first version of one's own; none where it is not shipped. */
export const shippedModuleFiles = (slug: string, version: number) => shippedFiles('modules', slug, version)
export const shippedCaseFiles = (slug: string, version: number) => shippedFiles('cases', slug, version)

function shippedFiles(kind: 'modules' | 'cases', slug: string, version: number): FolderFile[] {
  const folder = path.join(projectFolder(), 'content', kind, slug)
  const own = `v${version}/`
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .flatMap((file) => {
      const place = path.relative(folder, file).split(path.sep).join('/')
      const isOwn = place.startsWith(own)
      if (place.includes('/') && !isOwn) return []
      const renamed = isOwn ? `v1/${place.slice(own.length)}` : place
      return isDraftPath(renamed) ? [{ path: renamed, bytes: new Uint8Array(readFileSync(file)) }] : []
    })
}
