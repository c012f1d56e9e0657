import { isDeepStrictEqual } from 'node:util'
import { foldedText, formOf, rawItems } from '#lib/content/authoring/quiz-draft'
import { freeItemId, itemValue } from '#lib/content/authoring/quiz-edits'
import { type NamedProblem, namedProblems } from '#lib/content/items/item-names'
import { editYaml, type YamlEdit, type YamlEditRefusal } from '#lib/content/yaml-edit/edit-yaml'
import { readSource } from '#lib/content/yaml-edit/yaml-source'
import { isList, isMap, type YamlValue } from '#lib/content/yaml-edit/yaml-text'
import {
  type ItemFault,
  type ItemForm,
  itemFaults,
  keyOf,
  optionLetters,
} from '#lib/domain/authoring/item-form'
import type { Vignette } from '#lib/domain/curriculum/module'
import { ok, type Result, refuse } from '#lib/domain/result'

type YamlMap = { readonly [key: string]: YamlValue }

/** An item of a file, which begins in this row or line. */
export type IncomingItem = { readonly place: number; readonly said: YamlMap }
export type IncomingQuiz = {
  readonly items: readonly IncomingItem[]
  readonly vignettes: readonly Vignette[]
}

/** What takes the place of what a file does not say of an item. */
export type ItemDefaults = { readonly objective: string; readonly bloom: string; readonly source: string }

/** What is wrong, at which field of the item's form. */
export type ItemProblem = {
  readonly place: number
  readonly field: string
  readonly words: ItemFault['words'] | NamedProblem['words'] | 'kind-changes' | 'id-twice'
}

export type PlannedItem = {
  readonly place: number
  readonly id: string
  readonly stem: string
  readonly deed: 'new' | 'changed' | 'unchanged'
  /** Another answer is right than in the bank. */
  readonly isKeyChanged: boolean
  /** What `quiz.yaml` will say. */
  readonly value: YamlMap
}

export type ItemPlan = {
  readonly items: readonly PlannedItem[]
  readonly vignettes: readonly Vignette[]
  readonly problems: readonly ItemProblem[]
}

const partsOf = (value: YamlValue | undefined): readonly YamlMap[] =>
  value !== undefined && isList(value) ? value.filter(isMap) : []

/** The letters of the options as the bank has them, where their words are the same: not every format carries letters. */
function relettered(said: YamlMap, before: YamlMap): YamlMap {
  const theirs = partsOf(before['options'])
  const letters = new Map<YamlValue | undefined, string>()
  const options = partsOf(said['options'])
  for (const { id, text } of options) {
    const same = theirs.find(
      (each) =>
        foldedText(each['text']) === foldedText(text) && ![...letters.values()].includes(String(each['id'])),
    )
    if (same) letters.set(id, String(same['id']))
  }
  for (const { id } of options) {
    const free = optionLetters.find((letter) => ![...letters.values()].includes(letter))
    if (!letters.has(id) && free) letters.set(id, free)
  }
  const prompts = partsOf(said['prompts']).map((prompt) => ({
    ...prompt,
    option: letters.get(prompt['option']) ?? prompt['option'] ?? '',
  }))
  return {
    ...said,
    ...(prompts.length > 0 ? { prompts } : {}),
    options: options.map((option) => ({ ...option, id: letters.get(option['id']) ?? option['id'] ?? '' })),
  }
}

const kindOf = (item: YamlMap) => item['kind'] ?? 'single'
const ofBank = ['objective', 'bloom', 'source', 'vignette', 'state', 'mustPass'] as const

/** What the file says, with what it leaves to the bank or to the defaults. */
function completed({ said }: IncomingItem, before: YamlMap | undefined, defaults: ItemDefaults): YamlMap {
  if (!before) return { ...defaults, ...said }
  const known = Object.fromEntries(
    ofBank.flatMap((key) => (before[key] === undefined ? [] : [[key, before[key]]])),
  )
  // A file without ids speaks of the words of an item alone.
  const merged =
    said['id'] === undefined ? { ...said, state: 'ready', mustPass: false, ...known } : { ...known, ...said }
  return kindOf(merged) === kindOf(before) ? relettered(merged, before) : merged
}

type Known = { readonly objectives: readonly string[]; readonly sources: readonly string[] }

/**
 * What a file of items would do to a bank: by their ids, and where it gives none, by their questions. Nothing of an item that
 * the bank has already is lost unless the file says something else in its place.
 *
 * @param prefix of ids that are given here.
 */
export function planItems(
  quiz: string,
  incoming: IncomingQuiz,
  { known, defaults, prefix }: { known: Known; defaults: ItemDefaults; prefix: string },
): ItemPlan {
  const value = readSource(quiz)?.value ?? null
  const bank = rawItems(value)
  const sets = isMap(value) ? partsOf(value['vignettes']) : []
  const ids = bank.map((item) => foldedText(item['id']))
  const shared = [...sets.map((each) => foldedText(each['id'])), ...incoming.vignettes.map(({ id }) => id)]
  const items: PlannedItem[] = []
  const problems: ItemProblem[] = []
  for (const item of incoming.items) {
    const before = bank.find((each) => isSameItem(each, item.said))
    const form = formOf(completed(item, before, defaults))
    const given = items.map(({ id }) => id)
    const id = foldedText(before?.['id'] ?? item.said['id']) || freeItemId([...ids, ...given], prefix)
    const found = [
      ...(given.includes(id) ? [{ field: 'itemStem', words: 'id-twice' as const }] : []),
      ...(before && kindOf(before) !== form.kind
        ? [{ field: 'itemKind', words: 'kind-changes' as const }]
        : []),
      ...itemFaults(form),
      ...namedProblems(form, { ...known, vignettes: shared }),
    ]
    problems.push(...found.map((each) => ({ place: item.place, ...each })))
    items.push({ place: item.place, id, ...plannedDeed(id, form, before) })
  }
  return { items, vignettes: newVignettes(sets, incoming.vignettes), problems }
}

/** By its id, or where the file gives none, by its question. */
const isSameItem = (item: YamlMap, said: YamlMap) =>
  said['id'] === undefined
    ? foldedText(item['stem']) === foldedText(said['stem']) && kindOf(item) === kindOf(said)
    : item['id'] === said['id']

function plannedDeed(
  id: string,
  form: ItemForm,
  before: YamlMap | undefined,
): Omit<PlannedItem, 'place' | 'id'> {
  const { stem } = form
  const value = itemValue(id, form, before)
  if (!before) return { stem, deed: 'new', isKeyChanged: false, value }
  const deed = isDeepStrictEqual(value, before) ? 'unchanged' : 'changed'
  return { stem, deed, isKeyChanged: keyOf(formOf(before)) !== keyOf(form), value }
}

/** Those that the bank does not have in these words, and that an item may name. */
const newVignettes = (sets: readonly YamlMap[], vignettes: readonly Vignette[]) =>
  vignettes.filter(
    ({ id, text }) => !sets.some((set) => set['id'] === id && foldedText(set['text']) === foldedText(text)),
  )

function vignetteEdits(value: YamlValue, vignettes: readonly Vignette[]): readonly YamlEdit[] {
  if (vignettes.length === 0) return []
  const list = isMap(value) ? value['vignettes'] : undefined
  if (list === undefined || !isList(list))
    return [{ kind: 'set', path: ['vignettes'], value: [...vignettes] }]
  const sets = list.map((set) => (isMap(set) ? set : {}))
  let end = sets.length
  return vignettes.map(({ id, text }): YamlEdit => {
    const place = sets.findIndex((set) => set['id'] === id)
    if (place >= 0) return { kind: 'set', path: ['vignettes', place, 'text'], value: text }
    end += 1
    return { kind: 'insert', path: ['vignettes'], at: end - 1, value: { id, text } }
  })
}

/** The bank with what is planned. Items that stay the same, and everything that no item says, stay byte for byte. */
export function withPlannedItems(
  quiz: string,
  { items, vignettes }: ItemPlan,
): Result<string, YamlEditRefusal> {
  const value = readSource(quiz)?.value
  if (value === undefined) return refuse('yaml-unreadable')
  const places = rawItems(value).map((item) => foldedText(item['id']))
  const changed = items
    .filter(({ deed }) => deed === 'changed')
    .map((item): YamlEdit => ({ kind: 'set', path: ['items', places.indexOf(item.id)], value: item.value }))
  const edits = [...vignetteEdits(value, vignettes), ...changed, ...addedEdits(value, places.length, items)]
  return edits.length === 0 ? ok(quiz) : editYaml(quiz, edits)
}

function addedEdits(value: YamlValue, count: number, items: readonly PlannedItem[]): readonly YamlEdit[] {
  const added = items.filter(({ deed }) => deed === 'new').map((item) => item.value)
  const isListed = isMap(value) && isList(value['items'] ?? null) && count > 0
  if (isListed)
    return added.map((item, index) => ({ kind: 'insert', path: ['items'], at: count + index, value: item }))
  return added.length === 0 ? [] : [{ kind: 'set', path: ['items'], value: added }]
}
