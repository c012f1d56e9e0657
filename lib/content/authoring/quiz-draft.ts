import { createHash } from 'node:crypto'
import { readSource } from '#lib/content/yaml-edit/yaml-source'
import { isList, isMap, type YamlValue } from '#lib/content/yaml-edit/yaml-text'
import { type ItemForm, optionLetters, promptLetters, slotsOf } from '#lib/domain/authoring/item-form'
import { type ItemKind, type ItemState, itemKinds, itemStates } from '#lib/domain/curriculum/item-kind'
import type { Objective, Vignette } from '#lib/domain/curriculum/module'

/** An item of a bank that is being written, as far as it can be read. */
export type DraftItem = {
  readonly id: string
  readonly state: ItemState
  /** What it says now, as a form shows it. */
  readonly form: ItemForm
  /** Of all that the file says of it: two texts with one mark are the same. */
  readonly mark: string
}

export type DraftQuiz = { readonly items: readonly DraftItem[]; readonly vignettes: readonly Vignette[] }

type YamlMap = { readonly [key: string]: YamlValue }

const partsOf = (value: YamlValue | undefined): readonly YamlMap[] =>
  value !== undefined && isList(value) ? value.map((part) => (isMap(part) ? part : {})) : []

/** Prose as a form shows it: YAML breaks long lines, and spaces do not count. */
export const foldedText = (value: YamlValue | undefined): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value).replace(/\s+/g, ' ').trim() : ''

const oneOf = <Known extends string>(known: readonly Known[], value: YamlValue | undefined, other: Known) =>
  known.find((each) => each === value) ?? other

/** The list of items as the file has it. */
export const rawItems = (quiz: YamlValue): readonly YamlMap[] => (isMap(quiz) ? partsOf(quiz['items']) : [])

/** A mark of what the file says of an item. */
export const markOf = (item: YamlValue): string =>
  createHash('sha256').update(JSON.stringify(item)).digest('hex').slice(0, 32)

/** What a form for an item shows: a slot for every option and prompt that its kind may have. */
export function emptyForm(kind: ItemKind): ItemForm {
  const { most } = slotsOf[kind]
  const options = optionLetters.slice(0, most).map((id) => ({ id, text: '', rationale: '', place: '' }))
  const prompts = kind === 'matching' ? promptLetters.slice(0, most) : []
  return {
    kind,
    stem: '',
    objective: '',
    bloom: '',
    source: '',
    state: 'ready',
    vignette: '',
    mustPass: false,
    options,
    prompts: prompts.map((id) => ({ id, text: '', pair: '', rationale: '' })),
    right: [],
  }
}

/** What a file says of an item, as a form shows it. */
export function formOf(item: YamlMap): ItemForm {
  const kind = oneOf(itemKinds, item['kind'], 'single')
  const options = partsOf(item['options'])
  const prompts = partsOf(item['prompts'])
  const empty = emptyForm(kind)
  const named = (parts: readonly YamlMap[], id: string) => parts.find((part) => part['id'] === id) ?? {}
  const marked = options.filter(({ correct }) => correct === true).map(({ id }) => foldedText(id))
  return {
    ...empty,
    stem: foldedText(item['stem']),
    objective: foldedText(item['objective']),
    bloom: foldedText(item['bloom']),
    source: foldedText(item['source']),
    state: oneOf(itemStates, item['state'], 'ready'),
    vignette: foldedText(item['vignette']),
    mustPass: item['mustPass'] === true,
    options: empty.options.map(({ id }) => {
      const { text, rationale, place } = named(options, id)
      return { id, text: foldedText(text), rationale: foldedText(rationale), place: foldedText(place) }
    }),
    prompts: empty.prompts.map(({ id }) => {
      const { text, rationale, option } = named(prompts, id)
      return { id, text: foldedText(text), pair: foldedText(option), rationale: foldedText(rationale) }
    }),
    right: kind === 'single' || kind === 'multiple' ? marked : [],
  }
}

/** The bank as `quiz.yaml` has it, however incomplete; undefined where it cannot be read as YAML. */
export function readDraftQuiz(text: string): DraftQuiz | undefined {
  const source = readSource(text)
  if (!source) return undefined
  const items = rawItems(source.value).map((item): DraftItem => {
    const state = oneOf(itemStates, item['state'], 'ready')
    return { id: foldedText(item['id']), state, form: formOf(item), mark: markOf(item) }
  })
  const sets = isMap(source.value) ? partsOf(source.value['vignettes']) : []
  const vignettes = sets.map(({ id, text: words }) => ({ id: foldedText(id), text: foldedText(words) }))
  return { items, vignettes: vignettes.filter(({ id }) => id !== '') }
}

/** What `module.yaml` says of the module and its objectives; empty where it says nothing. */
export function readModuleHead(text: string): {
  readonly title: string
  readonly objectives: readonly Objective[]
} {
  const value = readSource(text)?.value ?? null
  const said = isMap(value) ? value : {}
  const objectives = partsOf(said['objectives']).map(({ id, text: words }) => ({
    id: foldedText(id),
    text: foldedText(words),
  }))
  return { title: foldedText(said['title']), objectives: objectives.filter(({ id }) => id !== '') }
}
