import { foldedText, markOf, rawItems } from '#lib/content/authoring/quiz-draft'
import { editYaml, type YamlEdit, type YamlEditRefusal } from '#lib/content/yaml-edit/edit-yaml'
import { readSource } from '#lib/content/yaml-edit/yaml-source'
import { isList, isMap, type YamlValue } from '#lib/content/yaml-edit/yaml-text'
import { type ItemForm, usedOptions, usedPrompts } from '#lib/domain/authoring/item-form'
import { ok, type Result, refuse } from '#lib/domain/result'

type YamlMap = { readonly [key: string]: YamlValue }

/** What the file says stays as it is written wherever it says the same. */
const kept = (before: YamlValue | undefined, words: string): YamlValue =>
  before !== undefined && foldedText(before) === words ? before : words

const whenFilled = (key: string, before: YamlValue | undefined, words: string): YamlMap =>
  words === '' ? {} : { [key]: kept(before, words) }

const partsOf = (value: YamlValue | undefined): readonly YamlMap[] =>
  value !== undefined && isList(value) ? value.filter(isMap) : []

function optionValue(form: ItemForm, option: ItemForm['options'][number], before: YamlMap): YamlMap {
  const { id, text, rationale, place } = option
  const head = { id, text: kept(before['text'], text) }
  const reason = whenFilled('rationale', before['rationale'], rationale)
  if (form.kind === 'matching') return { ...head, ...reason }
  if (form.kind === 'ordering') return { ...head, place: Number(place), ...reason }
  const correct = form.right.includes(id)
  const isUnsaid = !correct && 'id' in before && !('correct' in before)
  return { ...head, ...(isUnsaid ? {} : { correct }), ...reason }
}

/** In the order in which the file has them, new ones last. */
function optionsValue(form: ItemForm, before: readonly YamlMap[]): readonly YamlMap[] {
  const places = before.map(({ id }) => id)
  const placeOf = (id: string) => (places.includes(id) ? places.indexOf(id) : places.length)
  return usedOptions(form)
    .toSorted((a, b) => (form.kind === 'single' ? placeOf(a.id) - placeOf(b.id) : 0))
    .map((option) => optionValue(form, option, before.find(({ id }) => id === option.id) ?? {}))
}

const promptsValue = (form: ItemForm, before: readonly YamlMap[]): readonly YamlMap[] =>
  usedPrompts(form).map(({ id, text, pair, rationale }) => {
    const said = before.find((prompt) => prompt['id'] === id) ?? {}
    return {
      id,
      text: kept(said['text'], text),
      option: pair,
      rationale: kept(said['rationale'], rationale),
    }
  })

/** An item as `quiz.yaml` has it. `before` is what stands there now; what it leaves to a default stays left to it. */
export function itemValue(id: string, form: ItemForm, before: YamlMap = {}): YamlMap {
  const { kind, state } = form
  const prompts = kind === 'matching' ? { prompts: promptsValue(form, partsOf(before['prompts'])) } : {}
  return {
    id,
    ...(kind === 'single' && !('kind' in before) ? {} : { kind }),
    ...(state === 'ready' && !('state' in before) ? {} : { state }),
    objective: form.objective,
    ...whenFilled('vignette', before['vignette'], form.vignette),
    bloom: form.bloom,
    mustPass: form.mustPass,
    stem: kept(before['stem'], form.stem),
    source: form.source,
    ...prompts,
    options: optionsValue(form, partsOf(before['options'])),
  }
}

export type QuizEditRefusal = YamlEditRefusal | 'quiz-item-gone' | 'quiz-item-changed-elsewhere'

type Bank = { readonly items: readonly YamlMap[]; readonly hasList: boolean }

function bankOf(text: string): Bank | undefined {
  const source = readSource(text)
  if (!source) return undefined
  const hasList = isMap(source.value) && isList(source.value['items'] ?? null)
  return { items: rawItems(source.value), hasList }
}

const placeIn = ({ items }: Bank, id: string) => items.findIndex((item) => item['id'] === id)

/** Adds an item under the next free id of the bank. */
export function withItemAdded(
  text: string,
  prefix: string,
  form: ItemForm,
): Result<{ readonly text: string; readonly id: string }, QuizEditRefusal> {
  const bank = bankOf(text)
  if (!bank) return refuse('yaml-unreadable')
  const id = freeItemId(
    bank.items.map((item) => foldedText(item['id'])),
    prefix,
  )
  const value = itemValue(id, form)
  const edit: YamlEdit = bank.hasList
    ? { kind: 'insert', path: ['items'], at: bank.items.length, value }
    : { kind: 'set', path: ['items'], value: [value] }
  const edited = editYaml(text, [edit])
  return edited.ok ? ok({ text: edited.value, id }) : edited
}

/**
 * Changes one item of the bank, and nothing of the others.
 *
 * @param mark of the item as it was read; somebody else's change of it since then is not written over.
 */
export function withItemSaved(
  text: string,
  { id, mark }: { readonly id: string; readonly mark: string },
  form: ItemForm,
): Result<string, QuizEditRefusal> {
  const bank = bankOf(text)
  if (!bank) return refuse('yaml-unreadable')
  const place = placeIn(bank, id)
  const before = bank.items[place]
  if (!before) return refuse('quiz-item-gone')
  const value = itemValue(id, form, before)
  const edited = editYaml(text, [{ kind: 'set', path: ['items', place], value }])
  if (edited.ok && edited.value === text) return edited
  return markOf(before) === mark ? edited : refuse('quiz-item-changed-elsewhere')
}

/** Takes an item out of the bank. */
export function withItemRemoved(
  text: string,
  { id, mark }: { readonly id: string; readonly mark: string },
): Result<string, QuizEditRefusal> {
  const bank = bankOf(text)
  if (!bank) return refuse('yaml-unreadable')
  const place = placeIn(bank, id)
  const before = bank.items[place]
  if (!before) return refuse('quiz-item-gone')
  if (markOf(before) !== mark) return refuse('quiz-item-changed-elsewhere')
  return editYaml(text, [{ kind: 'remove', path: ['items', place] }])
}

/** Puts an item before the one above it that belongs to the same objective, or behind the one below it. */
export function withItemMoved(text: string, id: string, to: 'up' | 'down'): Result<string, QuizEditRefusal> {
  const bank = bankOf(text)
  if (!bank) return refuse('yaml-unreadable')
  const from = placeIn(bank, id)
  const moved = bank.items[from]
  if (!moved) return refuse('quiz-item-gone')
  const isBeside = (item: YamlMap) => item['objective'] === moved['objective']
  const target =
    to === 'up'
      ? bank.items.slice(0, from).findLastIndex(isBeside)
      : bank.items.findIndex((item, place) => place > from && isBeside(item))
  return target < 0 ? ok(text) : editYaml(text, [{ kind: 'move', path: ['items'], from, to: target }])
}

const numbered = /^(.*?)(\d+)$/

/** One more than the highest number, counted as the others are; "<prefix>-q01" where there is none. */
export function freeItemId(ids: readonly string[], prefix: string): string {
  const [last] = ids
    .flatMap((id) => {
      const [, head = '', digits = ''] = numbered.exec(id) ?? []
      return digits === '' ? [] : [{ head, digits, number: Number(digits) }]
    })
    .toSorted((a, b) => b.number - a.number)
  const head = last?.head ?? `${prefix.slice(0, 60)}-q`
  const width = last?.digits.length ?? 2
  let number = (last?.number ?? 0) + 1
  const named = () => `${head}${String(number).padStart(width, '0')}`
  while (ids.includes(named())) number += 1
  return named()
}
