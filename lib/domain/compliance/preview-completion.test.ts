import { expect, test } from 'vitest'
import { localDateFrom } from '#lib/domain/calendar'
import { previewCompletion } from '#lib/domain/compliance/preview-completion'
import { factsFrom, policyFrom } from '#lib/domain/compliance/read-table.examples'

const preview = (terms: string, story: string, on: string) => {
  const policies = [policyFrom(`2024-01-01: ${terms}; first due after 30 days`)]
  return previewCompletion({ zone: 'America/Chicago', policies, events: factsFrom(story) }, localDateFrom(on))
}
const yearly = 'rolling 12 months; window 1 month'
const strict = `${yearly}; early completions earn nothing`
const done = 'hired 2025-03-01; completed 2025-03-31'

test.for([
  ['the first completion counts from its own day', yearly, 'hired 2025-03-01', '2025-03-10', '2026-03-10'],
  ['before the window from its own day', yearly, done, '2026-02-27', '2027-02-27'],
  ['in the window from the old date', yearly, done, '2026-02-28', '2027-03-31'],
  ['on the last day too', yearly, done, '2026-03-31', '2027-03-31'],
  ['a day late from its own day', yearly, done, '2026-04-01', '2027-04-01'],
  [
    'under an extension from the old date',
    yearly,
    `${done}; extended 2026-03-01 to 2026-05-15`,
    '2026-05-15',
    '2027-03-31',
  ],
  ['again at once it changes nothing', yearly, done, '2025-03-31', '2026-03-31'],
  [
    'after a critical change the newest version counts',
    yearly,
    `${done}; critical v2 2025-05-01 stops 2025-05-01`,
    '2025-06-01',
    '2026-06-01',
  ],
  ['in the window of a strict policy', strict, done, '2026-02-28', '2027-03-31'],
  ['once is for good', 'once', 'hired 2025-03-01', '2025-03-10', null],
  ['and stays so', 'once', done, '2025-06-01', null],
] as const)('%s', ([, terms, story, on, validThrough]) => {
  expect(preview(terms, story, on)).toEqual({ kind: 'earns', validThrough, cliff: null })
})

test('before the window of a strict policy it says when to come back', () => {
  expect(preview(strict, done, '2026-02-27')).toEqual({ kind: 'earns-nothing', opensOn: '2026-02-28' })
})

test('outside employment and before any policy there is nothing to preview', () => {
  expect(preview(yearly, `${done}; left 2025-06-30`, '2025-07-01')).toEqual({ kind: 'not-employed' })
  expect(preview(yearly, 'hired 2023-01-01', '2023-06-01')).toEqual({ kind: 'no-policy' })
})

const yearEnd = 'on 12-31 every 12 months; minimum validity 6 months; window 1 month'
const hired = 'hired 2025-01-01'
const once = `${hired}; completed 2025-03-01`

test.for([
  [
    'case 6: the last day of the nearer date',
    yearEnd,
    hired,
    '2025-06-30',
    '2025-12-31',
    '2025-06-30',
    '2026-12-31',
  ],
  ['said long before', yearEnd, hired, '2025-01-02', '2025-12-31', '2025-06-30', '2026-12-31'],
  [
    'and the day after, for the next year',
    yearEnd,
    hired,
    '2025-07-01',
    '2026-12-31',
    '2026-06-30',
    '2027-12-31',
  ],
  [
    'too early for the window, until the cliff',
    yearEnd,
    once,
    '2025-06-01',
    '2025-12-31',
    '2025-06-30',
    '2026-12-31',
  ],
  [
    'in the window and after it the same',
    yearEnd,
    once,
    '2025-12-15',
    '2026-12-31',
    '2026-06-30',
    '2027-12-31',
  ],
  [
    'without a minimum validity, until the window opens',
    'on 12-31 every 12 months; window 1 month',
    once,
    '2025-06-01',
    '2025-12-31',
    '2025-11-29',
    '2026-12-31',
  ],
  [
    'several last days of August reach the last of February',
    'on 02-28 every 12 months; minimum validity 6 months',
    hired,
    '2025-08-30',
    '2026-02-28',
    '2025-08-31',
    '2027-02-28',
  ],
  [
    'the anniversary of the hire',
    'every 12 months from hire; minimum validity 3 months',
    hired,
    '2025-09-30',
    '2026-01-01',
    '2025-10-01',
    '2027-01-01',
  ],
] as const)('%s', ([, terms, story, on, validThrough, lastOn, nextThrough]) => {
  expect(preview(terms, story, on)).toEqual({ kind: 'earns', validThrough, cliff: { lastOn, nextThrough } })
  expect(preview(terms, story, lastOn)).toMatchObject({ validThrough })
})
