import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stringify } from 'yaml'
import { type IncomingQuiz, planItems, withPlannedItems } from '#lib/content/items/item-plan'
import { itemHeaders, itemRows, quizFromRows } from '#lib/content/items/item-table'
import { quizOfText } from '#lib/content/items/quiz-of-text'
import { readGift } from '#lib/content/items/read-gift'
import { giftFile } from '#lib/content/items/write-gift'
import type { QuizFile } from '#lib/content/quiz-schema'
import type { YamlValue } from '#lib/content/yaml-edit/yaml-text'
import { anyQuiz, shippedQuizzes } from '#tests/content/quiz-files'

type Said = Readonly<Record<string, YamlValue>>
const asSaid = (item: object) => JSON.parse(JSON.stringify(item)) as Said

function byTable(quiz: QuizFile): IncomingQuiz {
  const rows = itemRows(quiz).map((cells, index) => ({ number: index + 2, cells }))
  const read = quizFromRows({ headers: itemHeaders, rows })
  if (!read.ok) throw new Error(JSON.stringify(read.refusal))
  return { ...read.value, items: read.value.items.map((item, place) => ({ place, said: asSaid(item) })) }
}
function byGift(quiz: QuizFile): IncomingQuiz {
  const { text } = giftFile(quiz)
  if (text.trim() === '') return { items: [], vignettes: [] }
  const read = readGift(text)
  if (!read.ok) throw new Error(JSON.stringify(read.refusal))
  const { items, vignettes } = read.value
  return { vignettes, items: items.map(({ line, item }) => ({ place: line, said: item })) }
}

const around = (quiz: QuizFile) => ({
  known: {
    objectives: quiz.items.map(({ objective }) => objective),
    sources: quiz.items.map(({ source }) => source),
  },
  defaults: { objective: '', bloom: '', source: '' },
  prefix: 'own',
})
const yaml = (quiz: QuizFile) => stringify(quiz, { lineWidth: 0 })
function imported(text: string, incoming: IncomingQuiz, quiz: QuizFile): string {
  const next = withPlannedItems(text, planItems(text, incoming, around(quiz)))
  if (!next.ok) throw new Error(next.refusal)
  return next.value
}

test.each(shippedQuizzes.map((quiz, index) => [index, quiz] as const))(
  'the shipped bank %i says the same after its items went out and came in, and the file stays as it is',
  (_, quiz) => {
    const text = yaml(quiz)
    for (const incoming of [byTable(quiz), byGift(quiz)]) {
      const plan = planItems(text, incoming, around(quiz))
      expect(plan.problems).toEqual([])
      expect(plan.items.filter(({ deed, isKeyChanged }) => deed === 'new' || isKeyChanged)).toEqual([])
      const once = imported(text, incoming, quiz)
      expect(imported(once, incoming, quiz)).toBe(once)
    }
  },
)

test('any bank that comes into an empty one says there what it said, and coming again changes nothing', () => {
  fc.assert(
    fc.property(anyQuiz, fc.boolean(), (quiz, isGift) => {
      const incoming = isGift ? byGift(quiz) : byTable(quiz)
      const empty = 'items: []\n'
      const once = imported(empty, incoming, quiz)
      const ids = incoming.items.map(({ said }) => said['id'])
      expect((quizOfText(once)?.items ?? []).map(({ id }) => id)).toEqual(ids)
      expect(imported(once, incoming, quiz)).toBe(once)
      const again = planItems(once, incoming, around(quiz))
      expect(again.items.filter(({ deed }) => deed !== 'unchanged')).toEqual([])
    }),
    { numRuns: Number(process.env['RUNS'] ?? 100) },
  )
})

const gift = `Which door is open?{
=The first one#It is.
~The second one#It is not.
~The third one#It is not.
~The fourth one#It is not.
}
`
const bank = `# Kept by hand.
items:
  - id: own-q01
    objective: o1
    bloom: apply
    mustPass: true
    stem: Which  door is
      open?
    source: plan
    options:
      - { id: c, text: The first one, correct: true, rationale: It is. }
      - { id: a, text: The second one, rationale: It is not. }
      - { id: b, text: The third one, rationale: It is not. }
      - { id: d, text: The fourth one, rationale: It is not. }
`
const read = (text: string): IncomingQuiz => {
  const result = readGift(text)
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  const { items, vignettes } = result.value
  return { vignettes, items: items.map(({ line, item }) => ({ place: line, said: item })) }
}
const options = {
  known: { objectives: ['o1'], sources: ['plan'] },
  defaults: { objective: '', bloom: '', source: '' },
  prefix: 'own',
}

test('an item without an id is known by its question, and keeps everything that the file does not say', () => {
  const plan = planItems(bank, read(gift), options)
  expect(plan.problems).toEqual([])
  expect(plan.items).toMatchObject([{ id: 'own-q01', deed: 'unchanged', isKeyChanged: false }])
  expect(withPlannedItems(bank, plan)).toEqual({ ok: true, value: bank })
})

test('another right answer is said apart, and the comments of the file stay', () => {
  const other = gift.replace('=The first', '~The first').replace('~The second', '=The second')
  const plan = planItems(bank, read(other), options)
  expect(plan.items).toMatchObject([{ id: 'own-q01', deed: 'changed', isKeyChanged: true }])
  const next = withPlannedItems(bank, plan)
  expect(next.ok && next.value.startsWith('# Kept by hand.\nitems:\n  - id: own-q01\n')).toBe(true)
})

test('what is missing, unknown or told twice is named at its field with its line', () => {
  const words = (text: string, quiz = 'items: []\n', more = {}) =>
    planItems(quiz, read(text), { ...options, ...more }).problems.map(({ place, field, words }) => [
      place,
      field,
      words,
    ])
  expect(words(gift)).toEqual([
    [1, 'itemObjective', 'item-choice-missing'],
    [1, 'itemBloom', 'item-choice-missing'],
    [1, 'itemSource', 'item-choice-missing'],
  ])
  const tagged = `// [id:x] [tag:objective:none] [tag:bloom:guess] [tag:source:gone] [tag:vignette:none]\n${gift}`
  expect(words(tagged)).toEqual([
    [1, 'itemObjective', 'objective-unknown'],
    [1, 'itemBloom', 'bloom-unknown'],
    [1, 'itemSource', 'source-unknown'],
    [1, 'itemVignette', 'vignette-unknown'],
  ])
  const defaults = { objective: 'o1', bloom: 'apply', source: 'plan' }
  expect(words(`// [id:x]\n${gift}\n// [id:x]\n${gift}`, undefined, { defaults })).toEqual([
    [9, 'itemStem', 'id-twice'],
  ])
  expect(words(gift.replace('The fourth one', 'Call 573-555-0100'), undefined, { defaults })).toEqual([
    [1, 'itemStem', 'phone'],
  ])
})
