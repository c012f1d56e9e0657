import { firstOrders, type ItemKind } from '#lib/domain/curriculum/item-kind'

export const optionLetters = ['a', 'b', 'c', 'd', 'e', 'f'] as const
export const promptLetters = ['p', 'q', 'r', 's', 't', 'u'] as const
export type OptionLetter = (typeof optionLetters)[number]
export type PromptLetter = (typeof promptLetters)[number]

/** An option as typed; what was left alone is empty. `place` belongs to orderings. */
export type OptionForm = {
  readonly id: OptionLetter
  readonly text: string
  readonly rationale: string
  readonly place: string
}

/** What a matching item asks an option for, as typed. */
export type PromptForm = {
  readonly id: PromptLetter
  readonly text: string
  readonly pair: string
  readonly rationale: string
}

/** An item as its form sends it. White space is folded; there is a slot for every option and prompt that it may have. */
export type ItemForm = {
  readonly kind: ItemKind
  readonly stem: string
  readonly objective: string
  readonly bloom: string
  readonly source: string
  readonly state: string
  /** Empty for none. */
  readonly vignette: string
  readonly mustPass: boolean
  readonly options: readonly OptionForm[]
  readonly prompts: readonly PromptForm[]
  /** Letters that are marked as right; of single and multiple items. */
  readonly right: readonly string[]
}

export const itemFaultWords = [
  'item-text-missing',
  'item-text-too-long',
  'item-text-too-long-for-list',
  'item-choice-missing',
  'item-slot-skipped',
  'item-text-twice',
  'item-right-missing',
  'item-right-several',
  'item-right-empty',
  'item-place-twice',
  'item-order-as-written',
  'item-pairs-one-option',
  'item-options-in-order',
] as const

/** What a form lacks, at the field that it concerns. */
export type ItemFault = { readonly field: string; readonly words: (typeof itemFaultWords)[number] }

/** How many options, and how many prompts, each kind has at least and at most. */
export const slotsOf: Readonly<Record<ItemKind, { readonly fewest: number; readonly most: number }>> = {
  single: { fewest: 4, most: 4 },
  multiple: { fewest: 4, most: 6 },
  ordering: { fewest: 3, most: 6 },
  matching: { fewest: 3, most: 6 },
}

const longestText = 2000
/** An option of a matching item stands in a list to choose from. */
const longestListed = 70

/** The name of a field of one option or prompt: "textA", "pairQ". */
export const slotField = (
  part: 'text' | 'rationale' | 'place' | 'prompt' | 'pair' | 'because',
  id: OptionLetter | PromptLetter,
) => `${part}${id.toUpperCase()}`

const isOptionUsed = ({ text, rationale, place }: OptionForm) =>
  text !== '' || rationale !== '' || place !== ''
const isPromptUsed = ({ text, pair, rationale }: PromptForm) => text !== '' || pair !== '' || rationale !== ''

/** The options that somebody wrote something in. */
export const usedOptions = ({ options }: ItemForm) => options.filter(isOptionUsed)
export const usedPrompts = ({ prompts }: ItemForm) => prompts.filter(isPromptUsed)

const fault = (field: string, words: ItemFault['words']): ItemFault => ({ field, words })

function textFaults(field: string, text: string, longest = longestText): readonly ItemFault[] {
  if (text === '') return [fault(field, 'item-text-missing')]
  if (text.length <= longest) return []
  return [fault(field, longest === longestText ? 'item-text-too-long' : 'item-text-too-long-for-list')]
}

const chosen = (field: string, value: string) => (value === '' ? [fault(field, 'item-choice-missing')] : [])

function headFaults({ stem, objective, bloom, source, state }: ItemForm): readonly ItemFault[] {
  return [
    ...textFaults('itemStem', stem),
    ...chosen('itemObjective', objective),
    ...chosen('itemBloom', bloom),
    ...chosen('itemSource', source),
    ...chosen('itemState', state),
  ]
}

type Slot = { readonly id: OptionLetter | PromptLetter; readonly text: string }

/** Slots are filled from the first on, and no two say the same. */
function rowFaults(
  part: 'text' | 'prompt',
  slots: readonly Slot[],
  used: readonly Slot[],
  fewest: number,
): readonly ItemFault[] {
  const count = Math.max(fewest, slots.findLastIndex((slot) => used.includes(slot)) + 1)
  return slots.slice(0, count).flatMap((slot, index) => {
    const field = slotField(part, slot.id)
    if (slot.text === '') {
      return [fault(field, index < fewest || used.includes(slot) ? 'item-text-missing' : 'item-slot-skipped')]
    }
    const isRepeated = slots.findIndex(({ text }) => text === slot.text) < index
    return isRepeated ? [fault(field, 'item-text-twice')] : []
  })
}

/** Those of the list, and those that a right answer needs whether or not somebody wrote in them. */
const wanted = <Any extends Slot>(slots: readonly Any[], used: readonly Any[], fewest: number) =>
  slots.filter((slot, index) => index < fewest || used.includes(slot))

function optionFaults(form: ItemForm): readonly ItemFault[] {
  const { kind, options, prompts } = form
  const { fewest } = slotsOf[kind]
  const longest = kind === 'matching' ? longestListed : longestText
  const isAsked = (id: string) => prompts.some(({ pair }) => pair === id)
  return [
    ...rowFaults('text', options, usedOptions(form), fewest),
    ...wanted(options, usedOptions(form), fewest).flatMap(({ id, text, rationale }) => [
      ...(text === '' ? [] : textFaults(slotField('text', id), text, longest)),
      // The prompts say why an option goes with them; only one that goes with none says why not.
      ...(kind === 'matching' && rationale === '' && isAsked(id)
        ? []
        : textFaults(slotField('rationale', id), rationale)),
    ]),
  ]
}

function markFaults(form: ItemForm): readonly ItemFault[] {
  const { kind, right } = form
  const letters: readonly string[] = usedOptions(form).map(({ id }) => id)
  if (right.length === 0) return [fault('right', 'item-right-missing')]
  if (right.some((letter) => !letters.includes(letter))) return [fault('right', 'item-right-empty')]
  const isRight = kind === 'single' ? right.length === 1 : right.length > 1 && right.length < letters.length
  return isRight ? [] : [fault('right', 'item-right-several')]
}

/** None of the orders in which the entries may first be shown is the right one: a draw knows no keys. */
function placeFaults(form: ItemForm): readonly ItemFault[] {
  const entries = wanted(form.options, usedOptions(form), slotsOf.ordering.fewest)
  const found = entries.flatMap(({ id, place }, index) => {
    const number = Number(place)
    if (place === '') return chosen(slotField('place', id), place)
    const isKnown = Number.isInteger(number) && number >= 1 && number <= entries.length
    const isFirst = entries.findIndex((entry) => Number(entry.place) === number) === index
    return isKnown && isFirst ? [] : [fault(slotField('place', id), 'item-place-twice')]
  })
  if (found.length > 0) return found
  const right = entries.toSorted((a, b) => Number(a.place) - Number(b.place)).map(({ id }) => id)
  const shown = firstOrders(entries.map(({ id }) => id))
  return shown.some((order) => order.join() === right.join())
    ? [fault('placeA', 'item-order-as-written')]
    : []
}

function pairFaults(form: ItemForm): readonly ItemFault[] {
  const prompts = wanted(form.prompts, usedPrompts(form), slotsOf.matching.fewest)
  const letters: readonly string[] = usedOptions(form).map(({ id }) => id)
  const rows = [
    ...rowFaults('prompt', form.prompts, usedPrompts(form), slotsOf.matching.fewest),
    ...prompts.flatMap(({ id, text, pair, rationale }) => [
      ...(text === '' ? [] : textFaults(slotField('prompt', id), text)),
      ...(pair !== '' && !letters.includes(pair)
        ? [fault(slotField('pair', id), 'item-right-empty')]
        : chosen(slotField('pair', id), pair)),
      ...textFaults(slotField('because', id), rationale),
    ]),
  ]
  if (rows.length > 0) return rows
  const pairs = prompts.map(({ pair }) => pair)
  if (new Set(pairs).size < 2) return [fault('pairP', 'item-pairs-one-option')]
  return pairs.join() === optionLetters.slice(0, pairs.length).join()
    ? [fault('textA', 'item-options-in-order')]
    : []
}

const answerFaults: Readonly<Record<ItemKind, (form: ItemForm) => readonly ItemFault[]>> = {
  single: markFaults,
  multiple: markFaults,
  ordering: placeFaults,
  matching: pairFaults,
}

/**
 * Everything that keeps an item from standing in `quiz.yaml`, each at its field, as far as the form alone can tell. What it
 * names (objective, source, vignette) is looked up where the files are.
 */
export const itemFaults = (form: ItemForm): readonly ItemFault[] => [
  ...headFaults(form),
  ...optionFaults(form),
  ...answerFaults[form.kind](form),
]

/** What is right, for telling whether a change of an item changes it. */
export function keyOf({ kind, right, options, prompts }: ItemForm): string {
  if (kind === 'matching') return prompts.map(({ pair }) => pair).join()
  return kind === 'ordering' ? options.map(({ place }) => place).join() : right.toSorted().join()
}
