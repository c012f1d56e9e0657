import { isBlank, isJsx, type SourceNode } from '#lib/content/lesson/source-node'
import type { ComponentName } from '#lib/domain/curriculum/lesson-tree'

type Range = { readonly least: number; readonly most: number }

/** How many of its parts a component holds. */
const ranges: Partial<Readonly<Record<ComponentName, Range>>> = {
  Check: { least: 2, most: 5 },
  Compare: { least: 2, most: 3 },
  ContentNote: { least: 1, most: 1 },
}
const anyNumber: Range = { least: 1, most: 20 }

/** How many parts the form of a component offers; only the lesson's size bounds steps. */
export const partRange = (name: ComponentName): Range => ranges[name] ?? anyNumber

const parts = (node: SourceNode, name: ComponentName) =>
  (node.children ?? []).filter((child) => isJsx(child) && child.name === name)

const isCorrect = (option: SourceNode) =>
  (option.attributes ?? []).some((attribute) => attribute.name === 'correct')

function checkProblem(node: SourceNode): string | undefined {
  const options = parts(node, 'Option')
  const correct = options.filter(isCorrect).length
  const { least, most } = partRange('Check')
  if (options.length < least || options.length > most) {
    return `A check has ${least} to ${most} options; this one has ${options.length}.`
  }
  if (correct === 1) return undefined
  return correct === 0
    ? 'No option of this check is marked correct. Mark exactly one.'
    : `${correct} options of this check are marked correct. Mark exactly one.`
}

function compareProblem(node: SourceNode): string | undefined {
  const columns = parts(node, 'Column').length
  const { least, most } = partRange('Compare')
  return columns >= least && columns <= most
    ? undefined
    : `A comparison has ${least} or ${most} columns; this one has ${columns}.`
}

function contentNoteProblem(node: SourceNode): string | undefined {
  const held = (node.children ?? []).filter((child) => !isBlank(child))
  const first = held[0]
  if (parts(node, 'Gentle').length !== 1 || first?.name !== 'Gentle') {
    return 'A content note begins with exactly one <Gentle>…</Gentle>, which is shown to everybody.'
  }
  return held.length > 1 ? undefined : 'A content note holds the detailed blocks after <Gentle>. Write them.'
}

/** How many parts a component needs, as far as its schema cannot say it. */
export function countProblem(name: ComponentName, node: SourceNode): string | undefined {
  if (name === 'Check') return checkProblem(node)
  if (name === 'Compare') return compareProblem(node)
  return name === 'ContentNote' ? contentNoteProblem(node) : undefined
}
