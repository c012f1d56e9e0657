import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readGift } from '#lib/content/items/read-gift'
import { giftFile } from '#lib/content/items/write-gift'
import { type QuizEntry, type QuizFile, quizSchema } from '#lib/content/quiz-schema'
import { anyQuiz, shippedQuizzes } from '#tests/content/quiz-files'

/** What the format carries of an item: not the letters of its options, nor their order in a matching, and no ordering at all. */
function carried(item: QuizEntry) {
  const { options, ...rest } = item
  const textOf = (letter: string) => options.find(({ id }) => id === letter)?.text
  if (item.kind === 'matching') {
    const idle = item.options.filter(({ id }) => item.prompts.every(({ option }) => option !== id))
    return {
      ...rest,
      prompts: item.prompts.map(({ text, option, rationale }) => ({
        text,
        option: textOf(option),
        rationale,
      })),
      idle: idle
        .map(({ text, rationale }) => ({ text, rationale }))
        .toSorted((a, b) => (a.text < b.text ? -1 : 1)),
    }
  }
  return { ...rest, options: options.map(({ id: _, ...option }) => option) }
}

function throughGift(quiz: QuizFile) {
  const { text, leftOut } = giftFile(quiz)
  const names = leftOut.map(({ id }) => id)
  const kept = quiz.items.filter(({ id }) => !names.includes(id))
  if (kept.length + quiz.vignettes.length === 0) return { kept, came: [], vignettes: quiz.vignettes }
  const read = readGift(text)
  if (!read.ok) throw new Error(JSON.stringify([read.refusal, text]))
  const came = quizSchema.parse({ items: read.value.items.map(({ item }) => item) }).items
  return { kept, came, vignettes: read.value.vignettes }
}

describe('a quiz in GIFT', () => {
  test('shipped ones come back as they were, orderings apart', () => {
    for (const quiz of shippedQuizzes) {
      const { kept, came, vignettes } = throughGift(quiz)
      expect(came.map(carried)).toEqual(kept.map(carried))
      expect(vignettes).toEqual(quiz.vignettes)
      expect(kept.length).toBe(quiz.items.filter(({ kind }) => kind !== 'ordering').length)
    }
  })

  test('any one comes back as it was, as far as the format says what it carries', () => {
    fc.assert(
      fc.property(anyQuiz, (quiz) => {
        const { kept, came, vignettes } = throughGift(quiz)
        expect(came.map(carried)).toEqual(kept.map(carried))
        expect(vignettes).toEqual(quiz.vignettes)
        const arrows = quiz.items.filter(
          (item) => item.kind === 'ordering' || JSON.stringify(item).match(/->|%/),
        )
        expect(quiz.items.length - kept.length).toBeLessThanOrEqual(arrows.length)
      }),
      { numRuns: 300 },
    )
  })

  test('a file of another hand is read with what it says, as drafts', () => {
    const foreign = [
      '// A comment of its own.',
      '',
      '$CATEGORY: $course$/Safety',
      '',
      '::First:: Who decides\\: you or I? {',
      '  ~You # Ask again.',
      '  = The patient # Yes.',
      '  ~ The \\{companion\\}',
      '  ~ The law',
      '  #### In general.',
      '}',
      '',
      'Which two? {~%50%One ~%50%Two ~%-50%Three ~Four}',
      '',
      'Match {=a -> 1 =b -> 2 =c -> 3}',
    ].join('\r\n')
    const result = readGift(foreign)
    expect(result).toMatchObject({
      ok: true,
      value: {
        items: [
          {
            line: 5,
            item: {
              state: 'draft',
              mustPass: false,
              stem: 'Who decides: you or I?',
              options: [
                { id: 'a', text: 'You', correct: false, rationale: 'Ask again.' },
                { id: 'b', text: 'The patient', correct: true },
                { text: 'The {companion}' },
                { id: 'd' },
              ],
            },
          },
          { line: 13, item: { kind: 'multiple', stem: 'Which two?' } },
          { line: 15, item: { kind: 'matching', prompts: [{ id: 'p', text: 'a', option: 'a' }, {}, {}] } },
        ],
      },
    })
  })

  test.each([
    ['true or false', 'The sky is blue. {T}', /options to choose/],
    ['a number', 'How many? {#3:1}', /options to choose/],
    ['a short answer', 'Two and two is {=four =4}', /options to choose/],
    ['an essay', 'Write. {}', /options to choose/],
    ['a gap', 'Two and {~one =two ~three ~four} is four.', /behind the answers/],
    ['part marks', 'Which? {=a ~%50%b ~c ~d}', /part marks/],
    ['uneven shares', 'Which? {~%90%a ~%10%b ~c ~d}', /part marks/],
    ['no right one', 'Which? {~a ~b ~c ~d}', /part marks/],
    ['three options', 'Which? {=a ~b ~c}', /4 to 6/],
    ['five options and one right', 'Which? {=a ~b ~c ~d ~e}', /4 options/],
    ['two right ones', 'Which? {=a =b ~c ~d}', /part marks/],
    ['a pair too few', 'Match {=a -> 1 =b -> 2}', /3 to 6/],
    ['half a pair', 'Match {=a -> 1 =b =c -> 2}', /A pair/],
    ['an open brace', 'Which? {=a ~b ~c ~d', /braces/],
    ['braces the wrong way', 'Which? } {=a ~b ~c ~d', /braces/],
    ['markup', '[html]<b>Which?</b> {=a ~b ~c ~d}', /markup/],
    ['no answers', 'Words alone.', /no answers/],
    ['nothing', '// Nothing.\n', /no question/],
    ['far too many', 'Which? {=a ~b ~c ~d}\n\n'.repeat(501), /more than 500/],
    ['far too long', 'a'.repeat(600_000), /too long/],
  ])('%s is refused with its line', (_, text, message) => {
    expect(readGift(text)).toEqual({
      ok: false,
      refusal: [{ line: 1, message: expect.stringMatching(message) }],
    })
  })
})
