import { getTranslations } from 'next-intl/server'
import type { NodeName } from '#lib/domain/authoring/case-names'

/** What the screen calls the scenes of a case; empty for what is no scene of it. */
export type NodeNamer = {
  /** "Scene 2" */
  short(id: string): string
  /** "Scene 2: The waiting room is full…" */
  full(id: string): string
  /** For sentences that name a scene by its kind and number. */
  values(id: string): { readonly kind: string; readonly number: number }
  readonly choices: readonly { readonly value: string; readonly label: string }[]
}

export async function nodeNamer(names: readonly NodeName[]): Promise<NodeNamer> {
  const t = await getTranslations('caseDrafts.named')
  const said = (name: NodeName) => (name.words === '' ? t('unwritten', name) : t('full', name))
  const find = (id: string) => names.find((name) => name.id === id)
  const told = (id: string, tell: (name: NodeName) => string) => {
    const name = find(id)
    return name ? tell(name) : ''
  }
  return {
    short: (id) => told(id, (name) => t('short', name)),
    full: (id) => told(id, said),
    values: (id) => ({ kind: find(id)?.kind ?? 'decision', number: find(id)?.number ?? 0 }),
    choices: names.map((name) => ({ value: name.id, label: said(name) })),
  }
}
