import { caseDraftPrompts } from '#lib/content/authoring/case-skeleton'
import { type Finding, type FolderFile, inFolder, placeIn } from '#lib/content/authoring/draft-folder'
import type { CaseRegisters } from '#lib/content/case-folder'
import type { FileProblem } from '#lib/content/file-problem'
import type { LessonCompiler } from '#lib/content/lesson/lesson-compiler'
import { lintContent } from '#lib/content/lint/lint-content'
import { publishableCase } from '#lib/content/publishable-case'
import { readSource } from '#lib/content/yaml-edit/yaml-source'
import type { PublishedCase } from '#lib/domain/curriculum/case'

export type CaseDraftCheck = {
  readonly findings: readonly Finding[]
  /** What publication would store; null while something blocks it. */
  readonly version: PublishedCase | null
}

/**
 * Everything that the checks of publication find in a draft of a case, by the pipeline of the shipped library, and what would be
 * published where nothing blocks it. What the skeleton asks for must have been written.
 */
export async function checkCaseDraft(
  slug: string,
  files: readonly FolderFile[],
  known: CaseRegisters,
  compiler: LessonCompiler,
): Promise<CaseDraftCheck> {
  return await inFolder(slug, files, async (folder) => {
    const { versions, problems } = publishableCase(folder, known)
    const lint = await lintContent(folder, compiler)
    const told = (severity: Finding['severity'], found: readonly FileProblem[]) =>
      found.map((problem): Finding => ({ ...problem, file: placeIn(folder, problem.file), severity }))
    const findings = [
      ...told('blocking', problems),
      ...files.flatMap(unwritten),
      ...told('blocking', lint.blocking),
      ...told('advisory', lint.advisory),
    ]
    const isBlocked = findings.some(({ severity }) => severity === 'blocking')
    return { findings, version: isBlocked ? null : (versions.at(-1) ?? null) }
  })
}

/** Where the words still stand that say what to write. */
function unwritten({ path, bytes }: FolderFile): readonly Finding[] {
  if (!path.endsWith('/encounter.yaml')) return []
  const text = new TextDecoder().decode(bytes)
  if (!readSource(text)) return []
  return text.split('\n').flatMap((line, index): Finding[] => {
    const prompt = caseDraftPrompts.find((each) => line.includes(each))
    if (prompt === undefined) return []
    const message = `Here still stands “${prompt}” Write the text in its place.`
    return [{ file: path, line: index + 1, column: line.indexOf(prompt) + 1, message, severity: 'blocking' }]
  })
}
