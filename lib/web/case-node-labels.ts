import { getTranslations } from 'next-intl/server'
import type { NodeForm } from '#lib/domain/authoring/case-form'

const longest = 60

/** The scenes of a case as a list to choose from shows them. */
export async function nodeLabels(nodes: readonly { readonly id: string; readonly form: NodeForm }[]) {
  const t = await getTranslations('caseDrafts')
  return nodes.map(({ id, form: { kind, scene } }) => {
    const start = scene.length > longest ? `${scene.slice(0, longest)}…` : scene
    return { id, label: `${t(`kinds.${kind}`)} ${id}: ${start}` }
  })
}
