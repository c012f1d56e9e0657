import type { NodeForm } from '#lib/domain/authoring/case-form'

/** What people call a scene or an ending: its kind, its place among its kind, and its first words. */
export type NodeName = {
  readonly id: string
  readonly kind: NodeForm['kind']
  /** From 1, in the order of the outline. */
  readonly number: number
  /** Empty where nobody has written it yet. */
  readonly words: string
}

const longest = 48

/** The first words of a text, whole ones where it has spaces. */
export function firstWords(text: string, most = longest): string {
  const signs = [...text]
  if (signs.length <= most) return text
  const cut = signs.slice(0, most).join('')
  const space = cut.lastIndexOf(' ')
  return `${(space > most / 2 ? cut.slice(0, space) : cut).trimEnd()}…`
}

/** @param prompts texts that say what is still to be written. */
export function nodeNames(
  nodes: readonly { readonly id: string; readonly form: Pick<NodeForm, 'kind' | 'scene'> }[],
  prompts: readonly string[],
): readonly NodeName[] {
  const counted = { decision: 0, ending: 0 }
  return nodes.map(({ id, form: { kind, scene } }) => {
    counted[kind] += 1
    return { id, kind, number: counted[kind], words: prompts.includes(scene) ? '' : firstWords(scene) }
  })
}
