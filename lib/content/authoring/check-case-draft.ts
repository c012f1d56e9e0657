import { caseDraftPrompts } from '#lib/content/authoring/case-skeleton'
import {
  type DraftProblem,
  type DraftReading,
  type FolderFile,
  inFolder,
  placeIn,
} from '#lib/content/authoring/draft-folder'
import type { CaseRegisters } from '#lib/content/case-folder'
import type { FileProblem } from '#lib/content/file-problem'
import type { LessonCompiler } from '#lib/content/lesson/lesson-compiler'
import { caseTexts } from '#lib/content/lint/case-text'
import { lintContent } from '#lib/content/lint/lint-content'
import { publishableCase } from '#lib/content/publishable-case'
import { readSource } from '#lib/content/yaml-edit/yaml-source'

/**
 * Everything that the pipeline of the shipped library and the wording rules find in a draft of a case, and what would be
 * published of it where nothing is wrong with its form. What the skeleton asks for must have been written.
 */
export async function readCaseDraft(
  slug: string,
  files: readonly FolderFile[],
  known: CaseRegisters,
  compiler: LessonCompiler,
): Promise<DraftReading> {
  return await inFolder(slug, files, async (folder) => {
    const { versions, problems } = publishableCase(folder, known)
    const lint = await lintContent(folder, compiler)
    const told = (from: DraftProblem['from'], found: readonly FileProblem[]) =>
      found.map((problem): DraftProblem => ({ ...problem, file: placeIn(folder, problem.file), from }))
    return {
      problems: [
        ...told('pipeline', problems),
        ...files.flatMap(unwritten),
        ...told('wording', [...lint.blocking, ...lint.advisory]),
      ],
      version: versions.at(-1) ?? null,
      isReadable: caseTexts(folder).length > 0,
    }
  })
}

/** Where the words still stand that say what to write. */
function unwritten({ path, bytes }: FolderFile): readonly DraftProblem[] {
  if (!path.endsWith('/encounter.yaml')) return []
  const text = new TextDecoder().decode(bytes)
  if (!readSource(text)) return []
  return text.split('\n').flatMap((line, index): DraftProblem[] => {
    const prompt = caseDraftPrompts.find((each) => line.includes(each))
    if (prompt === undefined) return []
    const message = `Here still stands “${prompt}” Write the text in its place.`
    return [{ file: path, line: index + 1, column: line.indexOf(prompt) + 1, message, from: 'pipeline' }]
  })
}
