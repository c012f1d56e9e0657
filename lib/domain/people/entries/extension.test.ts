import { describe, expect, test } from 'vitest'
import { complianceStatus } from '#lib/domain/compliance/compliance-status'
import { defaultTerms, type Policy } from '#lib/domain/compliance/policy'
import { day, hired, outcome, recorded, situation } from '#lib/domain/people/entries/situation.examples'

const extension = (to: string, requirementId = 'r1') =>
  ({ kind: 'extension', requirementId, to: day(to) }) as const
const completed = { id: 'done', kind: 'completed', on: '2025-03-31', version: 1 } as const

describe('an extension (rule 3)', () => {
  test.for([
    ['2026-03-31', 'extension-not-later'],
    ['2026-04-01', 'extended 2026-03-10 2026-04-01'],
    ['2026-05-15', 'extended 2026-03-10 2026-05-15'],
    ['2027-03-30', 'extended 2026-03-10 2027-03-30'],
    ['2027-03-31', 'extension-too-late'],
  ] as const)('of what is due on 2026-03-31 to %s: %s', ([to, result]) => {
    expect(outcome(extension(to), situation([...hired, completed], '2026-03-10'))).toBe(result)
  })

  test.for([
    ['2024-01-31', 'extension-not-later'],
    ['2026-03-09', 'extension-too-late'],
    ['2025-01-30', 'extension-in-past'],
    ['2025-01-31', 'extension-too-late'],
  ] as const)('before a first completion, due 2024-01-31 and never done, to %s: %s', ([to, result]) => {
    expect(outcome(extension(to), situation(hired, '2026-03-10'))).toBe(result)
  })

  test('keeps the anchor: the next turn is counted from the date before it (case 10)', () => {
    const extended = recorded(extension('2026-05-15'), situation([...hired, completed], '2026-03-10'))
    const again = { ...completed, id: 'again', on: '2026-05-10' }
    const [one] = extended.asked
    const renewed = situation([...hired, completed, again], '2026-05-10').facts.slice(-1)
    const history = one && { ...one.history, events: [...one.history.events, ...renewed] }
    expect(history && complianceStatus(history, day('2026-06-01')).dueOn).toBe('2027-03-31')
  })

  test('asks for something owed, by a requirement that asks this person', () => {
    const once: Policy = {
      ...defaultTerms,
      id: 'p1',
      effectiveOn: day('2020-01-01'),
      recordedAt: situation(hired, '2020-01-01').now,
      audience: 'everyone',
      firstDue: { days: 30, notBefore: null },
      window: { months: 0 },
      cadence: 'once',
    }
    const done = situation([...hired, completed], '2026-03-10', once)
    expect(outcome(extension('2026-05-15'), done)).toBe('nothing-to-extend')
    expect(outcome(extension('2026-05-15', 'r2'), done)).toBe('nothing-asked')
    const elsewhere = situation(hired, '2026-03-10', { ...once, audience: { roles: ['dental'] } })
    expect(outcome(extension('2026-05-15'), elsewhere)).toBe('nothing-to-extend')
  })
})

describe('an exemption (rule 4)', () => {
  const exemption = (first: string, last: string) =>
    ({
      kind: 'exemption',
      requirementId: 'r1',
      firstDay: day(first),
      lastDay: day(last),
      category: 'other',
    }) as const
  const exempt = {
    id: 'ex',
    kind: 'exempted',
    on: '2026-03-01',
    through: '2026-06-30',
    category: 'other',
  } as const

  test.for([
    ['2026-03-10', '2026-06-30', 'exempted 2026-03-10 2026-06-30 other'],
    ['2026-03-09', '2026-06-30', 'exemption-in-past'],
    ['2026-03-12', '2026-03-11', 'exemption-end-before-start'],
    ['2026-03-10', '2027-03-09', 'exempted 2026-03-10 2027-03-09 other'],
    ['2026-03-10', '2027-03-10', 'exemption-too-long'],
  ] as const)('from %s through %s, on 03-10: %s', ([first, last, result]) => {
    expect(outcome(exemption(first, last), situation(hired, '2026-03-10'))).toBe(result)
  })

  test('does not meet another one, and ends by itself', () => {
    const given = situation([...hired, exempt], '2026-03-10')
    expect(outcome(exemption('2026-06-30', '2026-08-01'), given)).toBe('exempt-already')
    const next = recorded(exemption('2026-07-01', '2026-08-01'), given)
    const [one] = next.asked
    const statusOn = (date: string) => one && complianceStatus(one.history, day(date)).status
    expect(['2026-06-30', '2026-07-01', '2026-08-01', '2026-08-02'].map(statusOn)).toEqual([
      'exempt',
      'exempt',
      'exempt',
      'overdue',
    ])
  })

  test.for([
    ['2026-06-30', 'exemption-ends-not-earlier'],
    ['2026-06-29', 'corrected 2026-03-10 ex void true; exempted 2026-03-01 2026-06-29 other'],
    ['2026-03-01', 'corrected 2026-03-10 ex void true; exempted 2026-03-01 2026-03-01 other'],
    ['2026-02-28', 'exemption-end-before-start'],
  ] as const)('ends on %s instead of 06-30: %s', ([last, result]) => {
    const entry = { kind: 'exemption-end', factId: 'ex', lastDay: day(last) } as const
    expect(outcome(entry, situation([...hired, exempt], '2026-03-10'))).toBe(result)
  })
})
