import path from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { checkContent } from '#lib/content/check-content'
import { contentSummary } from '#lib/content/content-summary'
import { problemLine } from '#lib/content/file-problem'
import { openLessonCompiler } from '#lib/content/lesson/lesson-compiler'
import { publishableModule } from '#lib/content/publishable-module'
import { readRegisters } from '#lib/content/registers'
import { type ContentFixture, contentFixture, quizYaml, versionYaml } from '#tests/content/module-fixture'

const compiler = openLessonCompiler()
afterAll(() => compiler.close())

let fixture: ContentFixture
beforeEach(() => {
  fixture = contentFixture()
})
afterEach(() => fixture.remove())

const quiz = 'modules/example/v1/quiz.yaml'
const version = 'modules/example/v1/version.yaml'
const extra = 'm01-q12'

const head = {
  id: extra,
  objective: 'm01-o1',
  bloom: 'apply',
  mustPass: false,
  stem: 'How?',
  source: 'study',
}
const parts = (...ids: string[]) => ids.map((id) => ({ id, text: `Text ${id}`, rationale: `Why ${id}` }))
const multiple = (...correct: string[]) => ({
  ...head,
  kind: 'multiple',
  options: parts('a', 'b', 'c', 'd').map((option) => ({ ...option, correct: correct.includes(option.id) })),
})
const ordering = (...places: number[]) => ({
  ...head,
  kind: 'ordering',
  options: parts('a', 'b', 'c', 'd').map((option, index) => ({ ...option, place: places[index] })),
})
const matching = (...options: string[]) => ({
  ...head,
  kind: 'matching',
  prompts: parts('p', 'q', 'r').map((prompt, index) => ({ ...prompt, option: options[index] })),
  options: parts('a', 'b', 'c').map(({ id, text, rationale }) =>
    options.includes(id) ? { id, text } : { id, text, rationale },
  ),
})

const unexplained = () => {
  const item = matching('b', 'a', 'b')
  return { ...item, options: item.options.map(({ id, text }) => ({ id, text })) }
}

const write = (items: readonly object[], more: object = {}) =>
  fixture.write(quiz, { ...more, items: [...quizYaml().items, ...items] })
async function problems(): Promise<string[]> {
  const found = await checkContent(fixture.module, compiler)
  return found.map((problem) => problemLine(problem, fixture.content).replace(/^\S+ /, ''))
}
async function published() {
  const read = await publishableModule(fixture.module, readRegisters(fixture.content), compiler)
  if (!read.ok) throw new Error(read.refusal.map(({ message }) => message).join('\n'))
  const [only] = read.value
  const at = only?.items.findIndex(({ id }) => id === extra) ?? -1
  return { version: only, item: only?.items[at], key: only?.keys[at] }
}

describe('an item of each kind is published with its key apart', () => {
  test.for([
    ['multiple', multiple('d', 'b'), ['b', 'd']],
    ['ordering', ordering(3, 1, 4, 2), ['b', 'd', 'a', 'c']],
    ['matching', matching('b', 'c', 'a'), ['p=b', 'q=c', 'r=a']],
  ] as const)('%s', async ([kind, item, right]) => {
    write([item])
    expect(await problems()).toEqual([])
    const { item: shown, key } = await published()
    expect(shown).toMatchObject({ kind, state: 'ready', vignetteId: null })
    expect(key?.correctOptionIds).toEqual(right)
    expect(JSON.stringify(shown)).not.toMatch(/Why|place|correct|"option"/)
  })
})

describe('an item is refused', () => {
  test.for([
    [
      'of a kind that nobody knows',
      { ...head, kind: 'essay', options: [] },
      /single, multiple, ordering, matching/,
    ],
    [
      'with every option right',
      multiple('a', 'b', 'c', 'd'),
      /Two or more options are correct, and one or more is not/,
    ],
    ['with one option right of several', multiple('a'), /here 1 are/],
    ['with a place twice', ordering(1, 1, 2, 3), /The places are 1 to 4, each once/],
    ['in the right order already', ordering(1, 2, 3, 4), /this is the right order already/],
    ['in the right order, begun elsewhere', ordering(3, 4, 1, 2), /this is the right order already/],
    ['with a prompt for no option', matching('b', 'f', 'a'), /There is no option “f”/],
    ['with all prompts for one option', matching('b', 'b', 'b'), /All prompts go with one option/],
    ['with options in the order of their prompts', matching('a', 'b', 'c'), /Mix them/],
    ['with an option for no prompt and no reason', unexplained(), /No prompt goes with “c”/],
    [
      'with a vignette that is not there',
      { ...multiple('a', 'b'), vignette: 'm01-v1' },
      /There is no vignette/,
    ],
  ] as const)('%s', async ([, item, message]) => {
    write([item])
    expect(await problems()).toEqual([expect.stringMatching(message)])
  })
})

describe('a state', () => {
  test('draft keeps an item from everybody, a retired one is published and drawn no more', async () => {
    write([{ ...multiple('a', 'b'), state: 'draft' }])
    expect(await problems()).toEqual([])
    expect((await published()).item).toBeUndefined()
    write([{ ...multiple('a', 'b'), state: 'retired' }])
    expect((await published()).item?.state).toBe('retired')
  })
  test('other than ready does not count', async () => {
    const items = quizYaml().items.map((item, index) => (index === 3 ? { ...item, state: 'retired' } : item))
    fixture.write(quiz, { items })
    expect(await problems()).toEqual([
      'The bank has 11 items; write at least 12.',
      'Objective “m01-o1” has 3 items; write at least 4.',
    ])
    expect(contentSummary(fixture.content)).toContain('Items per objective: m01-o1 3, m01-o2 4, m01-o3 4')
  })
  test('draft waits for its translation, and a translated one is not published either', async () => {
    fixture.translate()
    write([{ ...multiple('a', 'b'), state: 'draft' }])
    expect(await problems()).toEqual([])
    expect((await published()).version?.translations[0]?.items).toHaveLength(12)
  })
})

describe('a blueprint', () => {
  const asked = async (blueprint: Record<string, number>, draw: number) => {
    fixture.write(version, { ...versionYaml(), draw, blueprint })
    return await problems()
  }
  test('is published with its version', async () => {
    expect(await asked({ 'm01-o1': 3, 'm01-o2': 1 }, 4)).toEqual([])
    expect((await published()).version?.blueprint).toEqual({ 'm01-o1': 3, 'm01-o2': 1 })
  })
  test('asks no more than is ready', async () => {
    expect(await asked({ 'm01-o1': 1, 'm01-o2': 5 }, 6)).toEqual([
      'Objective “m01-o2” asks 5, has 4 ready items that stand alone: add items or lower the number.',
    ])
  })
  test('adds up to the draw', async () => {
    expect(await asked({ 'm01-o1': 3 }, 4)).toEqual([
      'The blueprint asks 3 items in all, and draw is 4. Make them the same.',
    ])
  })
  test('leaves out no objective with an item that nobody may get wrong', async () => {
    expect(await asked({ 'm01-o2': 2 }, 2)).toEqual([
      expect.stringMatching(/“m01-o1” has items with mustPass: true, and an attempt may ask none/),
    ])
  })
  test('names objectives that exist', async () => {
    expect(await asked({ 'm01-o1': 1, 'm01-o9': 1 }, 2)).toEqual([
      'There is no objective “m01-o9” in module.yaml.',
    ])
  })
})

describe('a vignette', () => {
  const text = { id: 'm01-v1', text: 'A visit.' }
  const first = { ...multiple('a', 'b'), vignette: 'm01-v1' }
  const second = { ...multiple('a', 'b'), vignette: 'm01-v1', id: 'm01-q13' }
  test('is published once beside its items', async () => {
    write([first, second], { vignettes: [text] })
    expect(await problems()).toEqual([])
    const { version: made, item } = await published()
    expect(made?.vignettes).toEqual([text])
    expect(item?.vignetteId).toBe('m01-v1')
  })
  test('is shared by two items or more, and short', async () => {
    write([first], { vignettes: [{ ...text, text: 'word '.repeat(121) }] })
    expect(await problems()).toEqual([
      'A vignette is shared by two items or more; here 1. Write another, or move the text into the stem.',
      'A vignette has at most 120 words. Shorten it.',
    ])
  })
  test('is translated with its items', async () => {
    fixture.translate()
    write([first, second], { vignettes: [text] })
    expect(await problems()).toEqual([
      'The original also has m01-v1. Translate it.',
      'The original also has m01-q12, m01-q13. Translate it.',
    ])
  })
})

test('a fault points at its line', async () => {
  write([ordering(1, 1, 2, 3)])
  const [found] = await checkContent(fixture.module, compiler)
  expect(problemLine(found ?? { file: '', line: 0, column: 0, message: '' }, fixture.content)).toMatch(
    new RegExp(`^${path.join('modules', 'example', 'v1', 'quiz.yaml')}:\\d{3}:\\d+ `),
  )
})
