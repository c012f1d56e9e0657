import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Answers, type Quiz, type QuizItem, scoreAttempt } from '#lib/domain/curriculum/score-attempt'

const item = (
  id: string,
  mustPass = false,
  correctOptionIds: QuizItem['correctOptionIds'] = ['a'],
): QuizItem => ({
  id,
  objectiveId: `objective-of-${id}`,
  mustPass,
  correctOptionIds,
})
const quiz = (passMarkPercent: number, ...items: [QuizItem, ...QuizItem[]]): Quiz => ({
  passMarkPercent,
  items,
})
const answers = (chosen: Record<string, string[]>): Answers =>
  new Map(Object.entries(chosen).map(([id, options]) => [id, new Set(options)]))

const anyItem = fc.record({
  objectiveId: fc.constantFrom('o1', 'o2', 'o3'),
  mustPass: fc.boolean(),
  correctOptionIds: fc
    .subarray(['a', 'b', 'c'], { minLength: 1 })
    .map((ids) => ids as unknown as QuizItem['correctOptionIds']),
})
const anyQuiz = fc.array(anyItem, { minLength: 1, maxLength: 12 }).map((items): Quiz => {
  const numbered = items.map((each, index) => ({ ...each, id: `q${index}` }))
  return { passMarkPercent: 80, items: numbered as unknown as Quiz['items'] }
})
const anyAnswers = (of: Quiz) =>
  fc
    .tuple(...of.items.map(() => fc.subarray(['a', 'b', 'c', 'd'])))
    .map((chosen): Answers => new Map(of.items.map((each, index) => [each.id, new Set(chosen[index])])))

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

test('ticking everything scores nothing', () => {
  fc.assert(
    fc.property(anyQuiz, (of) => {
      const everything = new Map(of.items.map((each) => [each.id, new Set(['a', 'b', 'c', 'd'])]))
      expect(scoreAttempt(of, everything)).toMatchObject({ correct: 0, passed: false })
    }),
  )
})

test('exactly the right options everywhere is full marks', () => {
  fc.assert(
    fc.property(anyQuiz, (of) => {
      const right = new Map(of.items.map((each) => [each.id, new Set(each.correctOptionIds)]))
      expect(scoreAttempt(of, right)).toMatchObject({
        correct: of.items.length,
        passed: true,
        missedObjectives: [],
      })
    }),
  )
})

test('the order of options, of items and of answers changes nothing', () => {
  const pair = anyQuiz.chain((of) => fc.tuple(fc.constant(of), anyAnswers(of)))
  fc.assert(
    fc.property(pair, ([of, chosen]) => {
      const turned: Quiz = {
        ...of,
        items: of.items.map((each) => ({
          ...each,
          correctOptionIds: each.correctOptionIds.toReversed(),
        })) as unknown as Quiz['items'],
      }
      const reversed = new Map([...chosen].reverse().map(([id, ids]) => [id, new Set([...ids].reverse())]))
      expect(scoreAttempt(turned, reversed)).toEqual(scoreAttempt(of, chosen))
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
