import path from 'node:path'
import type { LessonProblem } from '#lib/content/lesson/problem'

/** A problem of one content file; `file` is an absolute path or one relative to the working folder. */
export type FileProblem = LessonProblem & { readonly file: string }

export const inFile = (file: string, problems: readonly LessonProblem[]): readonly FileProblem[] =>
  problems.map((problem) => ({ file, ...problem }))

/** A problem of a whole file or folder. */
export const ofFile = (file: string, message: string): FileProblem => ({ file, line: 1, column: 1, message })

/** `file:line:column message`, the file as seen from `folder` when it lies below it. */
export function problemLine(problem: FileProblem, folder: string): string {
  const relative = path.relative(folder, problem.file)
  const shown = relative.startsWith('..') || relative === '' ? problem.file : relative
  return `${shown}:${problem.line}:${problem.column} ${problem.message}`
}
