import { expect, test } from 'vitest'
import { dayInOrder, likelyOrder } from '#lib/domain/people/roster-import/written-day'

// | written | month first | day first | not said yet |
test.for([
  ['2026-03-04', '2026-03-04', '2026-03-04', '2026-03-04'],
  ['2026/3/4', '2026-03-04', '2026-03-04', '2026-03-04'],
  ['2026-03-04T00:00:00', '2026-03-04', '2026-03-04', '2026-03-04'],
  ['2026-03-04 00:00:00', '2026-03-04', '2026-03-04', '2026-03-04'],
  ['03/04/2026', '2026-03-04', '2026-04-03', 'day-ambiguous'],
  ['3/4/2026 0:00', '2026-03-04', '2026-04-03', 'day-ambiguous'],
  ['3.4.2026', '2026-03-04', '2026-04-03', 'day-ambiguous'],
  ['05/05/2026', '2026-05-05', '2026-05-05', '2026-05-05'],
  ['12/25/2025', '2025-12-25', 'day-in-other-order', '2025-12-25'],
  ['25/12/2025', 'day-in-other-order', '2025-12-25', '2025-12-25'],
  ['02/29/2024', '2024-02-29', 'day-in-other-order', '2024-02-29'],
  ['02/29/2026', 'day-invalid', 'day-invalid', 'day-invalid'],
  ['2026-02-30', 'day-invalid', 'day-invalid', 'day-invalid'],
  ['3/4/26', 'day-invalid', 'day-invalid', 'day-invalid'],
  ['3/4-2026', 'day-invalid', 'day-invalid', 'day-invalid'],
  ['46085', 'day-invalid', 'day-invalid', 'day-invalid'],
  ['soon', 'day-invalid', 'day-invalid', 'day-invalid'],
] as const)('%s is read as %s with the month first, %s with the day first, %s before it is said', (row) => {
  const [text, monthFirst, dayFirst, unsaid] = row
  expect([dayInOrder(text, 'month-first'), dayInOrder(text, 'day-first'), dayInOrder(text, null)]).toEqual([
    monthFirst,
    dayFirst,
    unsaid,
  ])
})

test.for([
  [['12/25/2025', '03/04/2026'], 'month-first'],
  [['25/12/2025', '03/04/2026'], 'day-first'],
  [['25/12/2025', '12/25/2025'], null],
  [['03/04/2026', '2026-01-01', 'soon'], null],
  [[], null],
] as const)('the days %j together speak for %s', ([texts, order]) => {
  expect(likelyOrder(texts)).toBe(order)
})
