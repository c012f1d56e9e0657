import { describe, expect, test } from 'vitest'
import { type Instant, instantFrom, localDateFrom } from '#lib/domain/calendar'
import type { History } from '#lib/domain/compliance/answer'
import { complianceStatus } from '#lib/domain/compliance/compliance-status'
import type { EvidenceEvent } from '#lib/domain/compliance/evidence'
import { reasonsFor } from '#lib/domain/compliance/reasons'
import { policyOfDraft } from '#lib/domain/compliance/requirement-draft'

const recordedAt: Instant = instantFrom('2025-01-01T12:00:00Z')
const startedOn = localDateFrom('2025-01-01')
const employed = { id: 'hire', kind: 'employed', effectiveOn: startedOn, recordedAt } as const
const completed = (on: string) =>
  ({ id: on, kind: 'completed', effectiveOn: localDateFrom(on), recordedAt, version: 1 }) as const

const draft = {
  trackId: 'basics',
  roles: [],
  rhythm: { cadence: 'rolling' as const, periodMonths: 12 },
  firstDueDays: 30,
  windowMonths: 2,
  returnDays: 30,
  attemptLimit: 3,
}

/** The sentences on a day, each as its name and its dates in order of their names. */
function told(day: string, events: readonly EvidenceEvent[], own: { graceDays?: number } = {}) {
  const policy = policyOfDraft(
    { ...draft, graceDays: 14, ...own },
    { id: 'policy', effectiveOn: startedOn, recordedAt },
  )
  const history: History = { zone: 'America/Chicago', policies: [policy], events: [employed, ...events] }
  const today = localDateFrom(day)
  const answer = complianceStatus(history, today)
  return reasonsFor(answer, { startedOn, endedOn: null }, today)
}

const names = (...given: Parameters<typeof told>) => told(...given).map(({ name }) => name)

describe('every status says why, and every date that it says is one that decided', () => {
  test('before the first completion', () => {
    expect(told('2025-01-20', [])).toMatchObject([
      { name: 'first-due-ahead', dates: { obligationBeganOn: '2025-01-01', dueOn: '2025-01-31' } },
    ])
  })

  test('current, and when renewal opens', () => {
    expect(told('2025-03-01', [completed('2025-01-20')])).toMatchObject([
      { name: 'valid', dates: { completedOn: '2025-01-20', validThrough: '2026-01-20' } },
      { name: 'renewal-opens', dates: { opensOn: '2025-11-20' } },
    ])
    expect(names('2025-12-01', [completed('2025-01-20')])).toEqual(['renewal-window-open'])
  })

  test('a date that an early renewal kept is told with the day that it counts from', () => {
    expect(told('2026-01-05', [completed('2025-01-20'), completed('2025-12-22')])).toMatchObject([
      { name: 'valid', dates: { completedOn: '2025-12-22', validThrough: '2027-01-20' } },
      { name: 'renewed-early', dates: { keptFromOn: '2026-01-20' } },
      { name: 'renewal-opens' },
    ])
    const onTheDay = [completed('2025-01-20'), completed('2026-01-20')]
    expect(names('2026-02-01', onTheDay)).toEqual(['valid', 'renewal-opens'])
    const late = [completed('2025-01-20'), completed('2026-01-25')]
    expect(names('2026-02-01', late)).toEqual(['valid', 'renewal-opens'])
  })

  test('so is one that an extension kept', () => {
    const extended = {
      id: 'extended',
      kind: 'extended',
      effectiveOn: localDateFrom('2026-01-10'),
      to: localDateFrom('2026-02-20'),
      recordedAt,
    } as const
    expect(told('2026-02-10', [completed('2025-01-20'), extended, completed('2026-02-05')])).toMatchObject([
      { name: 'valid', dates: { completedOn: '2026-02-05', validThrough: '2027-01-20' } },
      { name: 'renewed-in-extension', dates: { keptFromOn: '2026-01-20' } },
      { name: 'renewal-opens' },
    ])
  })

  test('in grace, and after it', () => {
    expect(told('2025-02-05', [])).toMatchObject([
      { name: 'in-grace-after-due', dates: { dueOn: '2025-01-31', graceThrough: '2025-02-14' } },
    ])
    expect(names('2025-02-15', [])).toEqual(['never-completed', 'grace-over'])
    expect(names('2026-03-01', [completed('2025-01-20')])).toEqual(['expired', 'grace-over'])
  })

  test('where there is no grace, none is spoken of', () => {
    expect(names('2025-02-01', [], { graceDays: 0 })).toEqual(['never-completed'])
  })

  test('a due date that a leave moved is told with the one before', () => {
    const leave = {
      id: 'leave',
      kind: 'leave-started',
      effectiveOn: localDateFrom('2025-01-10'),
      through: localDateFrom('2025-02-20'),
      recordedAt,
    } as const
    expect(names('2025-01-15', [leave])).toEqual(['on-leave'])
    expect(told('2025-03-01', [leave])).toMatchObject([
      { name: 'first-due-ahead' },
      { name: 'moved-by-leave', dates: { baselineDueOn: '2025-01-31', dueOn: '2025-03-22' } },
    ])
  })
})

test('who starts later, and who left, is told by the day', () => {
  const history: History = { zone: 'America/Chicago', policies: [], events: [] }
  const today = localDateFrom('2025-06-01')
  const answer = complianceStatus(history, today)
  const later = localDateFrom('2025-07-01')
  const endedOn = localDateFrom('2025-05-01')
  expect(reasonsFor(answer, { startedOn: later, endedOn: null }, today)).toEqual([
    { name: 'starts-later', dates: { startedOn: later } },
  ])
  expect(reasonsFor(answer, { startedOn, endedOn }, today)).toEqual([
    { name: 'employment-over', dates: { endedOn } },
  ])
})
