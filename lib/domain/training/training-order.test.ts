import { expect, test } from 'vitest'
import { localDateFrom } from '#lib/domain/calendar'
import type { ComplianceStatus } from '#lib/domain/compliance/answer'
import { byUrgency, type Urgency, urgencyOf } from '#lib/domain/training/training-order'

const today = localDateFrom('2026-03-10')
const day = (text: string | null) => (text === null ? null : localDateFrom(text))

test.for<[ComplianceStatus, string | null, boolean, Urgency]>([
  ['overdue', '2026-02-01', false, 'overdue'],
  ['lapsed', '2026-02-01', true, 'overdue'],
  ['in-grace', '2026-03-09', false, 'overdue'],
  ['not-started', '2026-03-10', false, 'due-soon'],
  ['not-started', '2026-04-09', false, 'due-soon'],
  ['not-started', '2026-04-10', false, 'later'],
  ['in-progress', '2026-04-09', true, 'due-soon'],
  ['in-progress', '2026-04-10', true, 'in-progress'],
  ['renewal-open', '2026-04-09', false, 'due-soon'],
  ['renewal-open', '2026-04-10', true, 'in-progress'],
  ['compliant', '2027-03-31', true, 'done'],
  ['compliant', null, false, 'done'],
  ['exempt', '2026-03-11', false, 'paused'],
  ['on-leave', '2026-03-11', false, 'paused'],
  ['not-required', null, true, 'not-asked'],
])('%s, due on %s, begun: %s, stands under %s', ([status, dueOn, hasBegun, urgency]) => {
  expect(urgencyOf({ status, dueOn: day(dueOn) }, hasBegun, today)).toBe(urgency)
})

test('the list begins with what is overdue the longest, and what has no date comes last of its kind', () => {
  const of = (urgency: Urgency, dueOn: string | null) => ({ urgency, answer: { dueOn: day(dueOn) } })
  const list = [
    { urgency: 'not-asked' as const, answer: null },
    of('done', null),
    of('later', '2026-06-01'),
    of('done', '2027-01-01'),
    of('overdue', '2026-03-01'),
    of('overdue', '2026-02-01'),
    of('due-soon', '2026-03-20'),
  ]
  expect(list.toSorted(byUrgency).map(({ urgency, answer }) => `${urgency} ${answer?.dueOn}`)).toEqual([
    'overdue 2026-02-01',
    'overdue 2026-03-01',
    'due-soon 2026-03-20',
    'later 2026-06-01',
    'done 2027-01-01',
    'done null',
    'not-asked undefined',
  ])
})
