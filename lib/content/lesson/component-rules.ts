import { type Attributes, readAttributes } from '#lib/content/lesson/attribute-rules'
import type { Checking, Rule } from '#lib/content/lesson/checking'
import { looseWords } from '#lib/content/lesson/markdown-rules'
import { countProblem } from '#lib/content/lesson/part-counts'
import { referencesOf } from '#lib/content/lesson/references'
import { componentRule, isComponentName, lessonComponents } from '#lib/content/lesson/registry'
import { ancestors, isBlank, isJsx, type SourceNode, type Visit } from '#lib/content/lesson/source-node'
import type { ComponentName } from '#lib/domain/curriculum/lesson-tree'
import type { Register } from '#lib/domain/curriculum/source/component-form'

const holdsBlocks = (node: SourceNode | undefined) =>
  node !== undefined &&
  (node.type === 'root' || (isComponentName(node.name) && componentRule(node.name).holds === 'blocks'))

function placeProblem(name: ComponentName, visit: Visit): string | undefined {
  const { place, parents } = componentRule(name)
  const above = visit.parent?.node
  if (place === 'inline') {
    const around = ancestors(visit).find((node) => ['heading', 'link', 'linkReference'].includes(node.type))
    return (
      around && `<${name}> cannot stand in a ${around.type === 'heading' ? 'heading' : 'link'}. Put it after.`
    )
  }
  if (place === 'part') {
    const inside = above !== undefined && isJsx(above) && parents.some((parent) => parent === above.name)
    return inside ? undefined : `<${name}> stands only directly inside <${parents.join('> or <')}>.`
  }
  if (holdsBlocks(above)) return undefined
  return above?.type === 'paragraph'
    ? `Put <${name}> on a line of its own, with an empty line before and after.`
    : `<${name}> cannot stand in a list, a quotation or a table, nor in another part than blocks. Take it out.`
}

const inlineTypes = ['text', 'emphasis', 'strong']

function contentProblem(name: ComponentName, node: SourceNode): string | undefined {
  const { holds, example } = componentRule(name)
  const children = (node.children ?? []).filter((child) => !isBlank(child))
  if (holds === 'nothing') {
    return children.length === 0 ? undefined : `<${name}> holds nothing. Write ${example}.`
  }
  if (children.length === 0) return `<${name}> is empty. Write ${example}.`
  if (holds === 'blocks') return undefined
  if (holds === 'inlines') {
    return children.every((child) => inlineTypes.includes(child.type))
      ? undefined
      : `<${name}> holds a few words on the same line. Write ${example}.`
  }
  const parts: readonly string[] = holds
  const stray = children.some((child) => !isJsx(child) || !parts.includes(child.name ?? ''))
  return stray ? `<${name}> holds only <${parts.join('> and <')}>. Take everything else out.` : undefined
}

const mends: Readonly<Record<Register, string>> = {
  sources: 'in sources.yaml. Add the source there, or name another.',
  contacts: 'in contacts.yaml. Add the contact there, or name another.',
  terms: 'in glossary.yaml. Add the term there, or name another.',
  media: 'in the media folder. Put the picture there, or name another.',
  objectives: 'among the objectives in module.yaml. Name one of them.',
}

function referenceProblems(name: ComponentName, given: Attributes, checking: Checking) {
  return referencesOf(name).flatMap(({ attribute, register }) => {
    const ids = checking.registers[register]
    const id = given[attribute]
    return ids && typeof id === 'string' && !ids.includes(id)
      ? [`There is no “${id}” ${mends[register]}`]
      : []
  })
}

function checkIdProblem(name: ComponentName, given: Attributes, { checks }: Checking) {
  const { id } = given
  if (name !== 'Check' || typeof id !== 'string') return []
  if (checks.has(id)) return [`Another check is called “${id}”. Give each check its own id.`]
  checks.add(id)
  return []
}

const catalogue = Object.keys(lessonComponents).join(', ')

/** The rule for everything written as a tag. */
export const componentNode: Rule = (visit, checking) => {
  const { node } = visit
  const { name } = node
  if (!isComponentName(name)) {
    const tag = name === null || name === undefined ? '<>' : `<${name}>`
    checking.report(node, `${tag} is not a component of lessons. Use Markdown, or one of: ${catalogue}.`)
    return
  }
  looseWords(visit, checking)
  for (const problem of [placeProblem(name, visit), contentProblem(name, node), countProblem(name, node)]) {
    if (problem) checking.report(node, problem)
  }
  const given = readAttributes(name, node, checking)
  if (!given) return
  const problems = [...referenceProblems(name, given, checking), ...checkIdProblem(name, given, checking)]
  for (const problem of problems) checking.report(node, problem)
}
