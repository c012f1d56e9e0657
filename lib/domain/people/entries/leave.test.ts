import { describe, expect, test } from 'vitest'
import { complianceStatus } from '#lib/domain/compliance/compliance-status'
import { recordedLeaves } from '#lib/domain/people/entries/leave'
import { day, hired, outcome, recorded, situation } from '#lib/domain/people/entries/situation.examples'

const today = '2026-03-10'
const leave = (first: string, last: string) =>
  ({ kind: 'leave', firstDay: day(first), lastDay: day(last) }) as const
const end = (last: string, factId = 'away') => ({ kind: 'leave-end', factId, lastDay: day(last) }) as const
const away = { id: 'away', kind: 'leave-started', on: '2026-01-10', through: '2026-05-20' } as const
const completed = { id: 'done', kind: 'completed', on: '2025-03-31', version: 1 } as const

describe('a leave', () => {
  test.for([
    ['2026-03-10', '2026-03-10', 'leave-started 2026-03-10 2026-03-10'],
    ['2026-02-01', '2026-04-30', 'leave-started 2026-02-01 2026-04-30'],
    ['2026-04-02', '2026-04-01', 'leave-end-before-start'],
    ['2023-12-31', '2024-01-31', 'leave-outside-employment'],
    ['2026-03-11', '2028-03-12', 'leave-started 2026-03-11 2028-03-12'],
    ['2026-03-11', '2028-03-14', 'leave-too-long'],
    ['2027-03-11', '2027-03-12', 'leave-started 2027-03-11 2027-03-12'],
    ['2027-03-12', '2027-03-12', 'day-too-far-ahead'],
  ] as const)('from %s through %s: %s', ([first, last, result]) => {
    expect(outcome(leave(first, last), situation(hired, today))).toBe(result)
  })

  test.for([
    ['2025-12-01', '2026-01-09', true],
    ['2025-12-01', '2026-01-10', false],
    ['2026-05-20', '2026-06-01', false],
    ['2026-05-21', '2026-06-01', true],
  ] as const)('from %s through %s beside another to 05-20: %s', ([first, last, fits]) => {
    const result = outcome(leave(first, last), situation([...hired, away], today))
    expect(result === 'leave-overlaps').toBe(!fits)
  })

  test('does not go beyond a planned last day of work', () => {
    const leaving = situation([...hired, { kind: 'employment-ended', on: '2026-04-30' }], today)
    expect(outcome(leave('2026-04-01', '2026-04-30'), leaving)).toContain('leave-started')
    expect(outcome(leave('2026-04-01', '2026-05-01'), leaving)).toBe('leave-outside-employment')
  })
})

describe('another last day', () => {
  test.for([
    ['2026-03-01', 'leave-ended 2026-03-01'],
    ['2026-03-10', 'leave-ended 2026-03-10'],
    ['2026-03-11', 'corrected 2026-03-10 away void true; leave-started 2026-01-10 2026-03-11'],
    ['2026-05-20', 'leave-ends-then-already'],
    ['2026-06-30', 'corrected 2026-03-10 away void true; leave-started 2026-01-10 2026-06-30'],
    ['2026-01-09', 'leave-end-before-start'],
  ] as const)('%s instead of 05-20, on 03-10: %s', ([last, result]) => {
    expect(outcome(end(last), situation([...hired, away], today))).toBe(result)
  })

  test('a leave that went on longer was leave on every day of it, and the due date follows its end (case 9)', () => {
    const late = situation([...hired, completed, away], '2026-06-15')
    const longer = recorded(end('2026-06-10'), late)
    const [one] = longer.asked
    const on = (date: string) => one && complianceStatus(one.history, day(date))
    expect(on('2026-05-25')?.status).toBe('on-leave')
    expect(on('2026-06-15')).toMatchObject({ status: 'in-grace', dueOn: '2026-07-10' })
  })

  test('an end recorded too early can be put later again', () => {
    const early = recorded(end('2026-03-01'), situation([...hired, away], today))
    expect(recordedLeaves(early.facts)).toMatchObject([{ through: '2026-03-01', hasEnded: true }])
    const again = recorded(end('2026-04-15'), early)
    expect(recordedLeaves(again.facts)).toMatchObject([
      { from: '2026-01-10', through: '2026-04-15', hasEnded: false },
    ])
  })

  test('leaves of several years stand apart', () => {
    const before = { id: 'old', kind: 'leave-started', on: '2025-02-01', through: '2025-03-01' } as const
    const several = situation([...hired, before, away], today)
    expect(recordedLeaves(several.facts).map(({ factId }) => factId)).toEqual(['away', 'old'])
    expect(outcome(end('2026-01-15', 'old'), several)).toBe('leave-overlaps')
    expect(outcome(end('2025-04-01', 'old'), several)).toContain('leave-started 2025-02-01 2025-04-01')
  })
})
