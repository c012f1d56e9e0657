import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { itemHeaders, itemRows, quizFromRows } from '#lib/content/items/item-table'
import type { QuizFile } from '#lib/content/quiz-schema'
import { csvFile, unguardedCell } from '#lib/csv/csv-file'
import { readTable } from '#lib/csv/read-table'
import { anyQuiz, shippedQuizzes } from '#tests/content/quiz-files'

async function throughCsv(quiz: QuizFile) {
  const bytes = csvFile(itemHeaders, itemRows(quiz))
  const read = await readTable(bytes, { encoding: null, delimiter: null, sheet: 0 }, (text) => text)
  if (read.kind !== 'table') throw new Error(JSON.stringify(read))
  const rows = read.table.rows.map(({ number, cells }) => ({ number, cells: cells.map(unguardedCell) }))
  return quizFromRows({ headers: read.table.headers, rows })
}

/** By their letters, since a table has one column for each. */
const byLetter = (quiz: QuizFile) => ({
  vignettes: quiz.vignettes,
  items: quiz.items.map((item) => ({
    ...item,
    options: item.options.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  })),
})

describe('a quiz as a table', () => {
  test.each(shippedQuizzes.map((quiz, index) => [index, quiz] as const))(
    'the shipped one %i comes back as it was',
    async (_, quiz) => {
      expect(await throughCsv(quiz)).toEqual({ ok: true, value: byLetter(quiz) })
    },
  )

  test('any one comes back as it was, formulas and all', async () => {
    await fc.assert(
      fc.asyncProperty(anyQuiz, async (quiz) => {
        expect(await throughCsv(quiz)).toEqual({ ok: true, value: byLetter(quiz) })
      }),
      { numRuns: 150 },
    )
  })

  const good = itemRows(shippedQuizzes[0] ?? { vignettes: [], items: [] })
  const changed = (column: string, value: string, row = 1) => {
    const cells = (good[row] ?? []).with(itemHeaders.indexOf(column), value)
    return quizFromRows({
      headers: itemHeaders,
      rows: [...good.slice(0, 3).with(row, cells).entries()].map(([index, each]) => ({
        number: index + 2,
        cells: each,
      })),
    })
  }
  test.each([
    ['id', 'M01 Q2', /small letters/],
    ['kind', 'essay', /./],
    ['bloom', 'guess', /./],
    ['must_pass', 'maybe', /./],
    ['stem', '', /./],
    ['option_b_is', 'perhaps', /./],
    ['option_c', '', /./],
    ['option_d_why', 'x'.repeat(2001), /2000/],
    ['id', (good[0] ?? [])[0] ?? '', /own/],
  ])('a row with %s %j is refused with its number and column, and with it all', (column, value, message) => {
    const result = changed(column, value)
    expect(result).toMatchObject({
      ok: false,
      refusal: expect.arrayContaining([{ row: 3, column, message: expect.stringMatching(message) }]),
    })
  })

  test('a column that nobody knows, or that is missing, is named', () => {
    const result = quizFromRows({
      headers: [...itemHeaders.filter((header) => header !== 'stem'), 'answer'],
      rows: [],
    })
    expect(result.ok ? [] : result.refusal.map(({ row, column }) => [row, column])).toEqual([
      [1, 'answer'],
      [1, 'stem'],
    ])
  })
})
