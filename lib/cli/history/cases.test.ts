import { expect, test } from 'vitest'
import { readHistory } from '#lib/cli/history/read-history'
import { complianceStatus } from '#lib/domain/compliance/compliance-status'

// The sixteen cases of the specification in the words of the file. The first day of work is given only where it matters.

const rolling = { cadence: 'rolling', periodMonths: 12, firstDueDays: 30 }
const monthly = { ...rolling, windowMonths: 1 }
const yearEnd = { cadence: 'fixed-date', fixedDate: '12-31', minimumValidityMonths: 6, firstDueDays: 30 }
const completed = (...days: string[]) => days.map((on) => ({ kind: 'completed', version: 1, on }))
const march = completed('2025-03-31')
const employed = (on: string) => ({ kind: 'employed', on })
const part = (name: string, on: string) => ({ kind: 'part-completed', part: name, version: 1, on })
const leave = { kind: 'leave-started', on: '2026-01-10', through: '2026-05-20' }
const extended = { kind: 'extended', on: '2026-03-20', to: '2026-05-15' }
const left = { kind: 'employment-ended', on: '2025-09-30' }
const moved = {
  kind: 'corrected',
  corrects: 'e2',
  on: '2026-03-05',
  recordedAt: '2026-04-10T15:00:00Z',
}
const exempted = { kind: 'exempted', on: '2026-01-01', through: '2026-06-30' }
const twoParts = [part('lessons', '2025-03-01'), part('quiz', '2025-03-31'), part('lessons', '2026-03-10')]

test.for([
  ['1', monthly, completed('2024-02-29'), '2024-03-01', 'compliant', { validThrough: '2025-02-28' }],
  [
    '1',
    monthly,
    completed('2024-02-29', '2025-02-10', '2026-02-10'),
    '2026-02-10',
    'compliant',
    { validThrough: '2027-02-28' },
  ],
  [
    '1',
    monthly,
    completed('2024-02-29', '2025-02-10', '2026-02-10', '2027-02-10'),
    '2027-02-10',
    'compliant',
    { validThrough: '2028-02-29' },
  ],
  ['2', monthly, march, '2026-02-27', 'compliant', { opensOn: '2026-02-28', dueOn: '2026-03-31' }],
  ['2', monthly, march, '2026-02-28', 'renewal-open', { opensOn: '2026-02-28' }],
  [
    '3',
    monthly,
    completed('2025-03-31', '2026-02-27'),
    '2026-02-27',
    'compliant',
    { validThrough: '2027-02-27' },
  ],
  [
    '4',
    monthly,
    completed('2025-03-31', '2026-03-05'),
    '2026-03-05',
    'compliant',
    { validThrough: '2027-03-31' },
  ],
  ['5', { ...monthly, graceDays: 14 }, completed('2025-03-31', '2026-04-03'), '2026-04-01', 'in-grace', {}],
  [
    '5',
    { ...monthly, graceDays: 14 },
    completed('2025-03-31', '2026-04-03'),
    '2026-04-03',
    'compliant',
    { validThrough: '2027-04-03' },
  ],
  ['6', yearEnd, completed('2025-06-30'), '2025-06-30', 'compliant', { validThrough: '2025-12-31' }],
  ['6', yearEnd, completed('2025-07-01'), '2025-07-01', 'compliant', { validThrough: '2026-12-31' }],
  [
    '7',
    { ...rolling, periodMonths: 6 },
    completed('2025-08-31'),
    '2025-08-31',
    'compliant',
    { validThrough: '2026-02-28' },
  ],
  ['8', rolling, completed('2025-03-08'), { at: '2026-03-09T04:59:00Z' }, 'renewal-open', {}],
  ['8', rolling, completed('2025-03-08'), { at: '2026-03-09T05:00:00Z' }, 'lapsed', {}],
  ['9', rolling, [...march, leave], '2026-01-10', 'on-leave', {}],
  ['9', rolling, [...march, leave], '2026-05-20', 'on-leave', {}],
  ['9', rolling, [...march, leave], '2026-05-21', 'in-grace', { dueOn: '2026-06-19' }],
  [
    '10',
    rolling,
    [...march, extended, ...completed('2026-05-10')],
    '2026-05-10',
    'compliant',
    { dueOn: '2027-03-31' },
  ],
  [
    '11',
    rolling,
    [...march, left, employed('2026-01-15')],
    '2026-01-15',
    'compliant',
    { dueOn: '2026-03-31' },
  ],
  [
    '12',
    rolling,
    [...march, left, employed('2026-06-01')],
    '2026-06-01',
    'not-started',
    { dueOn: '2026-07-01' },
  ],
  [
    '13',
    rolling,
    [{ kind: 'completed', version: 1, at: '2026-04-01T04:30:00Z' }],
    '2026-03-31',
    'compliant',
    { validThrough: '2027-03-31' },
  ],
  [
    '14',
    { ...monthly, parts: ['lessons', 'quiz'] },
    twoParts,
    '2026-04-01',
    'lapsed',
    { dueOn: '2026-03-31' },
  ],
] as const)('case %s: %j', ([, terms, events, asked, status, dates]) => {
  expect(answersTo(terms, [employed('2024-01-01'), ...events], [asked])).toMatchObject([{ status, ...dates }])
})

test('case 15: as it was known, and as it is', () => {
  const events = [employed('2026-01-01'), ...completed('2026-03-02'), moved]
  const then = { asOf: '2026-03-03', knownAt: '2026-04-01T12:00:00Z' }
  const now = { asOf: '2026-03-03', knownAt: '2026-04-11T12:00:00Z' }
  expect(answersTo(rolling, events, [then, now])).toMatchObject([
    { status: 'compliant' },
    { status: 'overdue' },
  ])
})

test('case 16: an exemption ends by itself', () => {
  const events = [employed('2026-01-01'), exempted]
  const terms = { ...rolling, firstDueDays: null, firstDueOn: '2026-03-31' }
  expect(answersTo(terms, events, ['2026-06-30', '2026-07-01'])).toMatchObject([
    { status: 'exempt' },
    { status: 'overdue', dueOn: '2026-03-31' },
  ])
})

function answersTo(terms: object, events: readonly object[], asked: readonly (string | object)[]) {
  const read = readHistory({
    zone: 'America/Chicago',
    policies: [{ id: 'p1', effectiveOn: '2020-01-01', ...terms }],
    events: events.map((event, index) => ({ id: `e${index + 1}`, ...event })),
    ask: asked.map((each) => (typeof each === 'string' ? { asOf: each } : each)),
  })
  if (read.kind === 'faults') throw new Error(read.lines.join('\n'))
  return read.questions.map(({ asOf, knownAt }) => complianceStatus(read.history, asOf, knownAt))
}
