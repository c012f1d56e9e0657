/** What is wrong in a lesson, where (both counted from 1), and how to mend it. */
export type LessonProblem = { readonly line: number; readonly column: number; readonly message: string }

/** Ends a compilation with what the validator found. Caught where the compilation was started. */
export class LessonRefused extends Error {
  readonly problems: readonly LessonProblem[]

  constructor(problems: readonly LessonProblem[]) {
    super('The lesson breaks rules of the lesson language')
    this.problems = problems
  }
}

/** More problems than this help nobody; the first ones usually cause the rest. */
export const problemLimit = 50
