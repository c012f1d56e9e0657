import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { emptyForm, readDraftQuiz } from '#lib/content/authoring/quiz-draft'
import {
  freeItemId,
  itemValue,
  withItemAdded,
  withItemMoved,
  withItemRemoved,
  withItemSaved,
} from '#lib/content/authoring/quiz-edits'
import { quizFindings } from '#lib/content/authoring/quiz-findings'
import { readVersionFacts, withQuizSettings } from '#lib/content/authoring/quiz-settings'
import { itemProblems } from '#lib/content/item-rules'
import { quizSchema } from '#lib/content/quiz-schema'
import { type ItemForm, itemFaults, usedOptions } from '#lib/domain/authoring/item-form'
import { itemKinds, itemStates } from '#lib/domain/curriculum/item-kind'
import { bloomLevels } from '#lib/domain/curriculum/module'

const modules = path.join('content', 'modules')
const folders = readdirSync(modules)
const fileOf = (folder: string, ...name: readonly string[]) =>
  readFileSync(path.join(modules, folder, ...name), 'utf8')
const bankOf = (folder: string) => fileOf(folder, 'v1', 'quiz.yaml')
const itemsOf = (text: string) => readDraftQuiz(text)?.items ?? []
const written = (result: { ok: true; value: string } | { ok: false; refusal: string }) => {
  if (!result.ok) throw new Error(result.refusal)
  return result.value
}

describe.each(folders)('the shipped quiz of %s', (folder) => {
  const text = bankOf(folder)
  const items = itemsOf(text)

  test('is read whole, and saving an item as it stands changes no byte', () => {
    expect(items.length).toBeGreaterThanOrEqual(12)
    for (const { id, form, mark } of items) {
      expect(itemFaults(form), id).toEqual([])
      expect(written(withItemSaved(text, { id, mark }, form)), id).toBe(text)
    }
  })

  test('changes in one place when one word of one item does', () => {
    const [, item] = items
    if (!item) throw new Error('an item')
    const changed = written(withItemSaved(text, item, { ...item.form, stem: 'Another question?' }))
    const before = text.split('\n')
    const after = changed.split('\n')
    const fresh = after.filter((line) => !before.includes(line))
    expect(fresh.map((line) => line.replaceAll('"', ''))).toEqual(['    stem: Another question?'])
    expect(itemsOf(changed).filter(({ id }) => id !== item.id)).toEqual(
      items.filter(({ id }) => id !== item.id),
    )
  })

  test('stands again when an item is moved down and up, and when a new one is removed', () => {
    const [item] = items
    if (!item) throw new Error('an item')
    const moved = written(withItemMoved(text, item.id, 'down'))
    expect(moved).not.toBe(text)
    expect(written(withItemMoved(moved, item.id, 'up'))).toBe(text)
    const added = withItemAdded(text, folder, item.form)
    if (!added.ok) throw new Error(added.refusal)
    const fresh = itemsOf(added.value.text).at(-1)
    expect(fresh?.form).toEqual(item.form)
    expect(items.map(({ id }) => id)).not.toContain(fresh?.id)
    expect(written(withItemRemoved(added.value.text, { id: fresh?.id ?? '', mark: fresh?.mark ?? '' }))).toBe(
      text,
    )
  })
})

const word = fc.constantFrom(
  '',
  'One',
  'Two: three',
  '“Four”',
  '- five',
  'six # seven',
  "it's",
  'x'.repeat(71),
)
const drawnForm = fc.constantFrom(...itemKinds).chain((kind): fc.Arbitrary<ItemForm> => {
  const empty = emptyForm(kind)
  const letter = fc.constantFrom('', ...empty.options.map(({ id }) => id))
  const options = empty.options.map(({ id }, index) =>
    fc.record({
      id: fc.constant(id),
      text: fc.oneof({ weight: 6, arbitrary: fc.constant(index < 4 ? `Option ${index}` : '') }, word),
      rationale: fc.oneof({ weight: 6, arbitrary: fc.constant(index < 4 ? 'Why' : '') }, word),
      place: kind === 'ordering' ? fc.constantFrom('', '1', '2', '3', '4') : fc.constant(''),
    }),
  )
  const prompts = empty.prompts.map(({ id }, index) =>
    fc.record({
      id: fc.constant(id),
      text: fc.oneof({ weight: 6, arbitrary: fc.constant(index < 3 ? `Entry ${index}` : '') }, word),
      pair: index < 3 ? letter : fc.constant(''),
      rationale: fc.oneof({ weight: 6, arbitrary: fc.constant(index < 3 ? 'Because' : '') }, word),
    }),
  )
  const isMarked = kind === 'single' || kind === 'multiple'
  const rights = fc.uniqueArray(fc.constantFrom(...empty.options.map(({ id }) => id)), { maxLength: 3 })
  return fc.record({
    kind: fc.constant(kind),
    stem: word,
    objective: fc.constantFrom('', 'o1'),
    bloom: fc.constantFrom('', ...bloomLevels),
    source: fc.constant('known'),
    state: fc.constantFrom(...itemStates),
    vignette: fc.constantFrom('', 'v1'),
    mustPass: fc.boolean(),
    options: fc.tuple(...options),
    prompts: fc.tuple(...prompts),
    right: isMarked ? rights : fc.constant([]),
  })
})
const known = { objectives: ['o1'], sources: ['known'], vignettes: ['v1'] }

/** What the rules of the file find in an item that a form said. */
function refused(form: ItemForm): boolean {
  const value = itemValue('new-q01', form)
  const parsed = quizSchema.safeParse({ vignettes: [{ id: 'v1', text: 'Shared' }], items: [value] })
  const [item] = parsed.data?.items ?? []
  const point = (_: readonly PropertyKey[], message: string) => ({ file: '', line: 1, column: 1, message })
  return !item || itemProblems(item, 0, known, point).length > 0
}

test('a form names a fault exactly where the rules of the file would refuse the item', () => {
  const seen = { whole: 0, faulty: 0 }
  fc.assert(
    fc.property(drawnForm, (form) => {
      const isFaulty = itemFaults(form).length > 0
      seen[isFaulty ? 'faulty' : 'whole'] += 1
      // A mark on an option without words is lost in the file, so that only the form can tell it.
      const letters: readonly string[] = usedOptions(form).map(({ id }) => id)
      const marksNothing = form.right.some((letter) => !letters.includes(letter))
      expect(isFaulty).toBe(marksNothing || refused(form))
    }),
    { numRuns: 1500, seed: 6 },
  )
  expect(seen.whole).toBeGreaterThan(20)
})

test('an item that is added reads back as it was written, whatever its words', () => {
  fc.assert(
    fc.property(drawnForm, (form) => {
      const added = withItemAdded('items: []\n', 'own', form)
      if (!added.ok) throw new Error(added.refusal)
      const [read] = itemsOf(added.value.text)
      const isUsed = (part: { text: string; rationale: string }) => part.text !== '' || part.rationale !== ''
      if (itemFaults(form).length > 0) return
      expect(read?.form).toEqual({ ...form, right: [...form.right].sort() })
      expect(read?.form.options.filter(isUsed)).toEqual(form.options.filter(isUsed))
    }),
    { numRuns: 300, seed: 6 },
  )
})

describe('two people at one bank', () => {
  const text = bankOf(folders[0] ?? '')
  const [first, second] = itemsOf(text)
  if (!first || !second) throw new Error('two items')

  test('who change two items both keep their change', () => {
    const theirs = written(withItemSaved(text, first, { ...first.form, stem: 'Theirs?' }))
    const both = written(withItemSaved(theirs, second, { ...second.form, stem: 'Mine?' }))
    expect(
      itemsOf(both)
        .slice(0, 2)
        .map(({ form }) => form.stem),
    ).toEqual(['Theirs?', 'Mine?'])
  })

  test('who change one item are not written over, unless both say the same', () => {
    const theirs = written(withItemSaved(text, first, { ...first.form, stem: 'Theirs?' }))
    const mine = { ...first.form, stem: 'Mine?' }
    expect(withItemSaved(theirs, first, mine)).toEqual({ ok: false, refusal: 'quiz-item-changed-elsewhere' })
    expect(withItemRemoved(theirs, first)).toEqual({ ok: false, refusal: 'quiz-item-changed-elsewhere' })
    expect(written(withItemSaved(theirs, first, { ...first.form, stem: 'Theirs?' }))).toBe(theirs)
    const gone = written(withItemRemoved(text, first))
    expect(withItemSaved(gone, first, mine)).toEqual({ ok: false, refusal: 'quiz-item-gone' })
  })
})

test.each([
  [[], 'own-q01'],
  [['m07-q01', 'm07-q12'], 'm07-q13'],
  [['a-9', 'a-10'], 'a-11'],
  [['odd'], 'own-q01'],
  [['own-q01', 'x'], 'own-q02'],
])('after %j comes %s', (ids, next) => {
  expect(freeItemId(ids, 'own')).toBe(next)
})

test('settings change only what they say', () => {
  const text = fileOf(folders[0] ?? '', 'v1', 'version.yaml')
  const facts = readVersionFacts(text)
  expect(written(withQuizSettings(text, facts))).toBe(text)
  const blueprint = { o1: 2, o2: 2, o3: 1 }
  const changed = written(withQuizSettings(text, { passMarkPercent: 90, draw: 5, blueprint }))
  expect(parse(changed)).toEqual({ ...parse(text), passMarkPercent: 90, draw: 5, blueprint })
  expect(written(withQuizSettings(changed, { ...facts, blueprint: null }))).toBe(text)
})

test('what the rules find stands beside the item that it concerns', () => {
  const folder = folders[0] ?? ''
  const texts = {
    module: fileOf(folder, 'module.yaml'),
    version: fileOf(folder, 'v1', 'version.yaml'),
    quiz: bankOf(folder),
  }
  const sources = itemsOf(texts.quiz).map(({ form }) => form.source)
  const lessonSources = readVersionFacts(texts.version).lessonSources
  expect(quizFindings(texts, [...sources, ...lessonSources])).toEqual([])
  const [, second] = itemsOf(texts.quiz)
  if (!second) throw new Error('two items')
  const wrong = written(withItemSaved(texts.quiz, second, { ...second.form, right: ['a', 'b'] }))
  expect(quizFindings({ ...texts, quiz: wrong }, sources)).toMatchObject([{ item: 1 }])
  const broken = texts.quiz.replace(`id: ${second.id}\n`, `id: ${second.id}\n    unknown: 1\n`)
  expect(quizFindings({ ...texts, quiz: broken }, sources)).toMatchObject([{ item: 1 }])
  expect(quizFindings({ ...texts, quiz: 'items: [' }, sources)).toMatchObject([{ item: null }])
})
