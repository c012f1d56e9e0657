import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { FileProblem } from '#lib/content/file-problem'
import type { LessonCompiler } from '#lib/content/lesson/lesson-compiler'
import { lintContent } from '#lib/content/lint/lint-content'
import { projectFolder } from '#lib/content/project-folder'
import { type PublishableVersion, publishableModule } from '#lib/content/publishable-module'
import { practiceBank } from '#lib/content/quiz-rules'
import type { Registers } from '#lib/content/registers'
import { isDraftPath } from '#lib/domain/authoring/draft-path'
import { invariant } from '#lib/domain/invariant'

export type FolderFile = { readonly path: string; readonly bytes: Uint8Array }

/** A finding of the checks; `file` is the path within the draft. */
export type Finding = Omit<FileProblem, 'file'> & {
  readonly file: string
  readonly severity: 'blocking' | 'advisory'
}

export type DraftCheck = {
  readonly findings: readonly Finding[]
  /** What publication would store; null while something blocks it. */
  readonly version: PublishableVersion | null
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
 * Everything that the checks of publication find in a draft of a module, by the pipeline of the shipped library, and what would
 * be published where nothing blocks it.
 */
export async function checkModuleDraft(
  slug: string,
  files: readonly FolderFile[],
  registers: Registers,
  compiler: LessonCompiler,
): Promise<DraftCheck> {
  return await inFolder(slug, files, async (folder) => {
    const read = await publishableModule(folder, registers, compiler, undefined, practiceBank)
    const lint = await lintContent(folder, compiler)
    const told = (severity: Finding['severity'], problems: readonly FileProblem[]) =>
      problems.map((problem): Finding => ({ ...problem, file: placeIn(folder, problem.file), severity }))
    const findings = [
      ...told('blocking', read.ok ? [] : read.refusal),
      ...told('blocking', lint.blocking),
      ...told('advisory', lint.advisory),
    ]
    const isBlocked = findings.some(({ severity }) => severity === 'blocking')
    return { findings, version: read.ok && !isBlocked ? (read.value.at(-1) ?? null) : null }
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
