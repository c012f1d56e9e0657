import type { DecisionEntry, EncounterFile, OptionEntry } from '#lib/content/case-schema'

type Step = { readonly decision: DecisionEntry; readonly option: OptionEntry }

/** One way through a case, from the start to an ending. */
export type Walk = { readonly steps: readonly Step[]; readonly endingId: string }

/** Every way through a case on which each option passes `takes`. */
export function walksOf(
  encounter: EncounterFile,
  takes: (option: OptionEntry) => boolean,
  from = encounter.start,
): readonly Walk[] {
  const node = encounter.nodes.find(({ id }) => id === from)
  if (!node) throw new Error(`There is no node ${from}.`)
  if (node.kind === 'ending') return [{ steps: [], endingId: node.id }]
  return node.options.filter(takes).flatMap((option) =>
    walksOf(encounter, takes, option.next).map((rest) => ({
      ...rest,
      steps: [{ decision: node, option }, ...rest.steps],
    })),
  )
}

const count = (texts: readonly string[]) => texts.join(' ').split(/\s+/).filter(Boolean).length

/** The words that somebody reads once who takes this way: all options, but only the chosen one's answer. */
export function wordsRead({ opening, nodes, debrief }: EncounterFile, { steps, endingId }: Walk): number {
  const { setting, role, known, contentNote, patient } = opening
  const ending = nodes.find(({ id }) => id === endingId)
  const read = steps.flatMap(({ decision, option }) => [
    decision.scene,
    decision.question,
    ...decision.options.map(({ text }) => text),
    option.consequence,
    option.feedback,
  ])
  return count([
    setting,
    role,
    ...known,
    contentNote,
    patient.reason,
    ...read,
    ending?.scene ?? '',
    ending?.kind === 'ending' ? ending.lesson : '',
    ...Object.values(debrief).map(({ strong }) => strong),
  ])
}
