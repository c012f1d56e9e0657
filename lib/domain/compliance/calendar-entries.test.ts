import { expect, test } from 'vitest'
import { localDateFrom } from '#lib/domain/calendar'
import {
  alarmChoiceOf,
  alarmChoices,
  alarmDaysOf,
  calendarEntries,
} from '#lib/domain/compliance/calendar-entries'

const due = localDateFrom('2026-03-31')
const opens = localDateFrom('2026-01-31')
const idOf = (kind: string, turnOn: string) => `${kind} ${turnOn}`
const answer = {
  status: 'compliant',
  dueOn: due,
  opensOn: opens,
  validThrough: due,
  because: { baselineDueOn: due },
} as const

test('the due date and the opening of renewal stand in the calendar', () => {
  expect(calendarEntries(answer, idOf)).toEqual([
    { id: 'opens 2026-03-31', kind: 'opens', on: opens },
    { id: 'due 2026-03-31', kind: 'due', on: due },
  ])
})

test('an extension moves an entry and makes no other one', () => {
  const later = localDateFrom('2026-05-15')
  expect(calendarEntries({ ...answer, dueOn: later, opensOn: null }, idOf)).toEqual([
    { id: 'due 2026-03-31', kind: 'due', on: later },
  ])
})

test.each([
  ['nothing is owed', { dueOn: null }],
  ['exempt', { status: 'exempt' }],
  ['on leave', { status: 'on-leave' }],
  ['not asked', { status: 'not-required' }],
] as const)('%s: no entry', (_why, own) => {
  expect(calendarEntries({ ...answer, ...own }, idOf)).toEqual([])
})

test('without a window there is no day of opening', () => {
  expect(calendarEntries({ ...answer, opensOn: due }, idOf)).toHaveLength(1)
})

test('a choice of alarm comes back as it was made', () => {
  for (const choice of alarmChoices) expect(alarmChoiceOf(alarmDaysOf(choice))).toBe(choice)
})
