import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ItemKind, itemKinds, pairOf } from '#lib/domain/curriculum/item-kind'
import { type Answers, type Quiz, type QuizItem, scoreAttempt } from '#lib/domain/curriculum/score-attempt'

const item = (
  id: string,
  mustPass = false,
  correctOptionIds: QuizItem['correctOptionIds'] = ['a'],
): QuizItem => ({
  id,
  kind: correctOptionIds.length > 1 ? 'multiple' : 'single',
  objectiveId: `objective-of-${id}`,
  mustPass,
  correctOptionIds,
})
const quiz = (passMarkPercent: number, ...items: [QuizItem, ...QuizItem[]]): Quiz => ({
  passMarkPercent,
  items,
})
const answers = (chosen: Record<string, string[]>): Answers => new Map(Object.entries(chosen))

type Ids = QuizItem['correctOptionIds']
const optionIds = ['a', 'b', 'c', 'd']
const promptIds = ['p', 'q', 'r']
const everyPair = promptIds.flatMap((promptId) => optionIds.map((id) => pairOf(promptId, id)))

/** Everything of an item that could be ticked. */
const everythingOf = ({ kind }: QuizItem) => (kind === 'matching' ? everyPair : optionIds)

const correctOf: Readonly<Record<ItemKind, fc.Arbitrary<Ids>>> = {
  single: fc.constantFrom(...optionIds).map((id): Ids => [id]),
  multiple: fc.subarray(['a', 'b', 'c'], { minLength: 1 }).map((ids) => ids as unknown as Ids),
  ordering: fc
    .shuffledSubarray(optionIds, { minLength: 4 })
    .filter((ids) => ids.join() !== 'a,b,c,d')
    .map((ids) => ids as unknown as Ids),
  matching: fc
    .tuple(...promptIds.map((promptId) => fc.constantFrom(...optionIds.map((id) => pairOf(promptId, id)))))
    .map((pairs) => pairs as unknown as Ids),
}
const anyItem = fc.constantFrom(...itemKinds).chain((kind) =>
  fc.record({
    kind: fc.constant(kind),
    objectiveId: fc.constantFrom('o1', 'o2', 'o3'),
    mustPass: fc.boolean(),
    correctOptionIds: correctOf[kind],
  }),
)
const anyQuiz = fc.array(anyItem, { minLength: 1, maxLength: 12 }).map((items): Quiz => {
  const numbered = items.map((each, index) => ({ ...each, id: `q${index}` }))
  return { passMarkPercent: 80, items: numbered as unknown as Quiz['items'] }
})
const anyAnswers = (of: Quiz) =>
  fc
    .tuple(
      ...of.items.map((each) =>
        fc.oneof(fc.shuffledSubarray(everythingOf(each)), fc.constant([...each.correctOptionIds])),
      ),
    )
    .map((chosen): Answers => new Map(of.items.map((each, index) => [each.id, chosen[index] ?? []])))

test('a mark just reached passes and one item less fails', () => {
  const five = quiz(80, item('1'), item('2'), item('3'), item('4'), item('5'))
  const right = { 1: ['a'], 2: ['a'], 3: ['a'], 4: ['a'] }
  expect(scoreAttempt(five, answers(right))).toEqual({
    correct: 4,
    outOf: 5,
    passed: true,
    missedMustPass: [],
    missedObjectives: ['objective-of-5'],
  })
  expect(scoreAttempt(five, answers({ ...right, 4: ['b'] })).passed).toBe(false)
})

test('two of three is not 67 percent, and is more than 66', () => {
  const chosen = answers({ 1: ['a'], 2: ['a'] })
  expect(scoreAttempt(quiz(67, item('1'), item('2'), item('3')), chosen).passed).toBe(false)
  expect(scoreAttempt(quiz(66, item('1'), item('2'), item('3')), chosen).passed).toBe(true)
})

test('a missed must-pass item fails an attempt that reached the mark', () => {
  const score = scoreAttempt(quiz(50, item('1'), item('2', true)), answers({ 1: ['a'], 2: ['b'] }))
  expect(score).toMatchObject({ correct: 1, passed: false, missedMustPass: ['2'] })
})

test('some of the correct options are not the correct options', () => {
  const both = quiz(100, item('1', false, ['a', 'b']))
  expect(scoreAttempt(both, answers({ 1: ['a'] })).passed).toBe(false)
  expect(scoreAttempt(both, answers({ 1: ['b', 'a'] })).passed).toBe(true)
  expect(scoreAttempt(both, answers({ 1: ['a', 'c'] })).passed).toBe(false)
})

test('no answer is never right', () => {
  expect(scoreAttempt(quiz(0, item('1')), answers({}))).toMatchObject({ correct: 0, passed: true })
  expect(scoreAttempt(quiz(1, item('1')), answers({ 1: [] }))).toMatchObject({ correct: 0, passed: false })
})

test('ticking everything scores nothing, whatever kind an item is of', () => {
  fc.assert(
    fc.property(anyQuiz, (of) => {
      const everything = new Map(of.items.map((each) => [each.id, everythingOf(each)]))
      expect(scoreAttempt(of, everything)).toMatchObject({ correct: 0, passed: false })
    }),
  )
})

test('exactly the right options everywhere is full marks', () => {
  fc.assert(
    fc.property(anyQuiz, (of) => {
      const right = new Map(of.items.map((each) => [each.id, each.correctOptionIds]))
      expect(scoreAttempt(of, right)).toMatchObject({
        correct: of.items.length,
        passed: true,
        missedObjectives: [],
      })
    }),
  )
})

test('the order of items, of answers and, but for an ordering, of options changes nothing', () => {
  const turn = (item: QuizItem | undefined, ids: readonly string[]) =>
    item?.kind === 'ordering' ? ids : ids.toReversed()
  const pair = anyQuiz.chain((of) => fc.tuple(fc.constant(of), anyAnswers(of)))
  fc.assert(
    fc.property(pair, ([of, chosen]) => {
      const turned: Quiz = {
        ...of,
        items: of.items.map((each) => ({
          ...each,
          correctOptionIds: turn(each, each.correctOptionIds),
        })) as unknown as Quiz['items'],
      }
      const kinds = new Map(of.items.map((each) => [each.id, each]))
      const reversed = new Map([...chosen].reverse().map(([id, ids]) => [id, turn(kinds.get(id), ids)]))
      expect(scoreAttempt(turned, reversed)).toEqual(scoreAttempt(of, chosen))
    }),
  )
})

test('an ordering is right in its one order only', () => {
  const steps = { ...item('1', false, ['b', 'c', 'a']), kind: 'ordering' as const }
  const passes = (...chosen: string[]) => scoreAttempt(quiz(100, steps), answers({ 1: chosen })).passed
  expect(passes('b', 'c', 'a')).toBe(true)
  expect([passes('a', 'b', 'c'), passes('c', 'b', 'a'), passes('b', 'c'), passes('b', 'c', 'c')]).toEqual([
    false,
    false,
    false,
    false,
  ])
})

test('a matching item is right only with every prompt where it belongs', () => {
  const roles = { ...item('1', false, ['p=a', 'q=b', 'r=b']), kind: 'matching' as const }
  const passes = (...chosen: string[]) => scoreAttempt(quiz(100, roles), answers({ 1: chosen })).passed
  expect(passes('r=b', 'p=a', 'q=b')).toBe(true)
  expect([passes('p=a', 'q=b'), passes('p=b', 'q=a', 'r=b'), passes('p=a', 'q=b', 'q=b')]).toEqual([
    false,
    false,
    false,
  ])
})

test('an option named twice does not stand for another', () => {
  const both = quiz(100, item('1', false, ['a', 'b']))
  expect(scoreAttempt(both, answers({ 1: ['a', 'a'] })).passed).toBe(false)
})

test('one answer otherwise than right takes exactly one point', () => {
  fc.assert(
    fc.property(anyQuiz, fc.nat(), (of, pick) => {
      const spoilt = of.items[pick % of.items.length]
      const right = new Map(of.items.map((each) => [each.id, each.correctOptionIds as readonly string[]]))
      for (const wrong of [[], right.get(spoilt?.id ?? '')?.slice(1) ?? []]) {
        const score = scoreAttempt(of, new Map([...right, [spoilt?.id ?? '', wrong]]))
        expect(score.correct).toBe(of.items.length - 1)
      }
    }),
  )
})

test('passing means the mark and every must-pass item, in whole numbers', () => {
  const sitting = anyQuiz.chain((of) =>
    fc.tuple(fc.constant(of), anyAnswers(of), fc.integer({ min: 0, max: 100 })),
  )
  fc.assert(
    fc.property(sitting, ([of, chosen, passMarkPercent]) => {
      const score = scoreAttempt({ ...of, passMarkPercent }, chosen)
      const enough = BigInt(score.correct) * 100n >= BigInt(passMarkPercent) * BigInt(score.outOf)
      expect(score.passed).toBe(enough && score.missedMustPass.length === 0)
      expect(score.missedObjectives.length === 0).toBe(score.correct === score.outOf)
    }),
  )
})
