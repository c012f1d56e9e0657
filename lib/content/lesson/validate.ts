import { beginChecking, type Checking } from '#lib/content/lesson/checking'
import { componentNode } from '#lib/content/lesson/component-rules'
import { markdownRule } from '#lib/content/lesson/markdown-rules'
import { type LessonProblem, LessonRefused } from '#lib/content/lesson/problem'
import type { LessonRegisters } from '#lib/content/lesson/registers'
import { isJsx, type SourceNode, type Visit } from '#lib/content/lesson/source-node'

const deepest = 60
const mostNodes = 20_000

/** Visits every node without recursion, so that no text can exhaust the stack. Stops at the limits. */
function visitAll(root: SourceNode, checking: Checking) {
  const waiting: Visit[] = [{ node: root, parent: undefined, depth: 0 }]
  let count = 0
  for (let visit = waiting.pop(); visit; visit = waiting.pop()) {
    const { node, depth } = visit
    count += 1
    if (depth > deepest)
      return checking.report(node, `Parts are nested more than ${deepest} deep. Flatten the text.`)
    if (count > mostNodes)
      return checking.report(node, `The lesson has more than ${mostNodes} parts. Make two of it.`)
    const rule = isJsx(node) ? componentNode : markdownRule(node.type)
    rule(visit, checking)
    const children = [...(node.children ?? [])].reverse()
    waiting.push(...children.map((child) => ({ node: child, parent: visit, depth: depth + 1 })))
  }
}

function headingOrder(root: SourceNode, { report }: Checking) {
  const first = (root.children ?? []).find((node) => node.type === 'heading')
  if (first?.depth === 3) report(first, 'The first heading of a lesson is ##, not ###.')
}

const byPlace = (a: LessonProblem, b: LessonProblem) => a.line - b.line || a.column - b.column

/** Every rule of the lesson language on a parsed text. Problems come in the order of the text; none means good. */
function validateLesson(root: SourceNode, registers: LessonRegisters): readonly LessonProblem[] {
  const checking = beginChecking(registers)
  visitAll(root, checking)
  headingOrder(root, checking)
  if (checking.problems.length === 0 && (root.children ?? []).length === 0) {
    checking.report(root, 'The lesson is empty. Write its text.')
  }
  return [...checking.problems].sort(byPlace)
}

/** The first remark plugin of every compilation, so that what was checked is what is compiled. Throws `LessonRefused`. */
export function validateFirst(registers: LessonRegisters) {
  return () => (root: SourceNode) => {
    const problems = validateLesson(root, registers)
    if (problems.length > 0) throw new LessonRefused(problems)
  }
}
