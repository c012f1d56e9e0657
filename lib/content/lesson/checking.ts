import type { LessonProblem } from '#lib/content/lesson/problem'
import { problemLimit } from '#lib/content/lesson/problem'
import type { LessonRegisters } from '#lib/content/lesson/registers'
import type { SourcePoint, Visit } from '#lib/content/lesson/source-node'

type Placed = { readonly position?: { readonly start: SourcePoint } }

/** What one validation knows and has found so far. */
export type Checking = {
  readonly registers: LessonRegisters
  readonly problems: LessonProblem[]
  /** Check ids seen so far in this lesson. */
  readonly checks: Set<string>
  report(at: Placed, message: string): void
}

export type Rule = (visit: Visit, checking: Checking) => void

export function beginChecking(registers: LessonRegisters): Checking {
  const problems: LessonProblem[] = []
  return {
    registers,
    problems,
    checks: new Set(),
    report(at, message) {
      const { line, column } = at.position?.start ?? { line: 1, column: 1 }
      if (problems.length < problemLimit) problems.push({ line, column, message })
    },
  }
}
