import { isBlank, isJsx, type SourceNode } from '#lib/content/lesson/source-node'
import type { ComponentName } from '#lib/domain/curriculum/lesson-tree'

const parts = (node: SourceNode, name: ComponentName) =>
  (node.children ?? []).filter((child) => isJsx(child) && child.name === name)

const isCorrect = (option: SourceNode) =>
  (option.attributes ?? []).some((attribute) => attribute.name === 'correct')

function checkProblem(node: SourceNode): string | undefined {
  const options = parts(node, 'Option')
  const correct = options.filter(isCorrect).length
  if (options.length < 2 || options.length > 5) {
    return `A check has 2 to 5 options; this one has ${options.length}.`
  }
  if (correct === 1) return undefined
  return correct === 0
    ? 'No option of this check is marked correct. Mark exactly one.'
    : `${correct} options of this check are marked correct. Mark exactly one.`
}

function compareProblem(node: SourceNode): string | undefined {
  const columns = parts(node, 'Column').length
  return columns === 2 || columns === 3
    ? undefined
    : `A comparison has 2 or 3 columns; this one has ${columns}.`
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
