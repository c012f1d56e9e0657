import { describe, expect, test } from 'vitest'
import { complianceStatus } from '#lib/domain/compliance/compliance-status'
import { postOn } from '#lib/domain/people/entries/post-on'
import { day, hired, outcome, recorded, situation } from '#lib/domain/people/entries/situation.examples'

const today = '2026-03-10'
const change = (firstDay: string, own: Partial<Terms> = {}) =>
  ({
    kind: 'post',
    firstDay: day(firstDay),
    role: 'nurse',
    employmentKind: 'employee',
    location: null,
    ...own,
  }) as const
type Terms = { role: string; employmentKind: string; location: string | null }

describe('a change of post (rule 7)', () => {
  test.for([
    ['2026-03-10', {}, 'nothing-changes'],
    ['2026-03-10', { role: 'billing' }, 'role-ended 2026-03-09 nurse; role-started 2026-03-10 billing'],
    ['2026-03-10', { location: 'North' }, 'location-set 2026-03-10 North'],
    ['2025-06-01', { employmentKind: 'contractor' }, 'employment-kind-set 2025-06-01 contractor'],
    [
      '2024-01-01',
      { role: 'billing' },
      'corrected 2026-03-10 nurse void true; role-started 2024-01-01 billing',
    ],
    ['2023-12-31', { role: 'billing' }, 'change-outside-employment'],
    ['2027-03-11', { location: 'North' }, 'location-set 2027-03-11 North'],
    ['2027-03-12', { location: 'North' }, 'day-too-far-ahead'],
  ] as const)('from %s, %o: %s', ([firstDay, own, result]) => {
    expect(outcome(change(firstDay, own), situation(hired, today))).toBe(result)
  })

  test('ends and begins what a role asks on its day, and what was planned holds on that day and not before', () => {
    const planned = recorded(
      change('2026-04-01', { role: 'billing', location: 'North' }),
      situation(hired, today),
    )
    const [one] = planned.asked
    const statusOn = (date: string) => one && complianceStatus(one.history, day(date)).because.rule
    expect(['2026-03-31', '2026-04-01'].map(statusOn)).toEqual(['never-completed', 'outside-audience'])
    const postThen = (date: string) => postOn(planned.facts, day(date), planned.post)
    expect(postThen('2026-03-31')).toMatchObject({ role: 'nurse', location: null })
    expect(postThen('2026-04-01')).toMatchObject({ role: 'billing', location: 'North' })
  })

  test('does not go before a change that is recorded already', () => {
    const planned = recorded(change('2026-04-01', { role: 'billing' }), situation(hired, today))
    expect(outcome(change('2026-03-20', { role: 'dental' }), planned)).toBe('later-change-exists')
    expect(outcome(change('2026-03-20', { role: 'nurse', location: 'North' }), planned)).toBe(
      'location-set 2026-03-20 North',
    )
  })
})

describe('employment', () => {
  const end = { id: 'end', kind: 'employment-ended', on: '2026-03-20' } as const
  const back = (startedOn: string) =>
    ({
      kind: 'rehire',
      startedOn: day(startedOn),
      role: 'dental',
      employmentKind: 'contractor',
      location: 'North',
    }) as const

  test('a planned end can be withdrawn until its day is over', () => {
    const withdrawal = { kind: 'end-withdrawal' } as const
    expect(outcome(withdrawal, situation(hired, today))).toBe('no-end-to-withdraw')
    expect(outcome(withdrawal, situation([...hired, end], '2026-03-20'))).toBe(
      'corrected 2026-03-20 end void',
    )
    expect(outcome(withdrawal, situation([...hired, end], '2026-03-21'))).toBe('end-is-past')
    expect(recorded(withdrawal, situation([...hired, end], today)).post.endedOn).toBeNull()
  })

  test.for([
    ['2026-06-01', '2026-03-20', 'start-before-last-end'],
    ['2026-03-20', '2026-06-01', 'on-staff-already'],
    ['2026-06-01', '2029-01-01', 'start-too-far-ahead'],
    [
      '2026-06-01',
      '2026-06-01',
      'role-ended 2026-03-20 nurse; employed 2026-06-01; role-started 2026-06-01 dental; location-set 2026-06-01 North; employment-kind-set 2026-06-01 contractor',
    ],
  ] as const)('on %s, back from %s: %s', ([on, startedOn, result]) => {
    expect(outcome(back(startedOn), situation([...hired, end], on))).toBe(result)
  })

  test('the post of who comes back is told by the facts', () => {
    const returned = recorded(back('2026-06-01'), situation([...hired, end], '2026-06-01'))
    expect(returned.post).toEqual({
      startedOn: '2026-06-01',
      endedOn: null,
      role: 'dental',
      employmentKind: 'contractor',
      location: 'North',
    })
  })
})
