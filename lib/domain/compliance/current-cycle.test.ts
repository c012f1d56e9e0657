import { expect, test } from 'vitest'
import { localDateFrom } from '#lib/domain/calendar'
import { currentCycle, currentCycleBeganOn } from '#lib/domain/compliance/current-cycle'
import { factsFrom, policyFrom } from '#lib/domain/compliance/read-table.examples'

const byParts = 'rolling 12 months; window 1 month; first due after 30 days; parts lessons, quiz'
const told = (story: string, terms = byParts) => ({
  zone: 'America/Chicago',
  policies: [policyFrom(`2024-01-01: ${terms}`)],
  events: factsFrom(story),
})
const both = 'hired 2026-01-01; did lessons 2026-01-05 09:00; did quiz 2026-01-06 10:00'

test.for([
  ['begins with the obligation', 'hired 2026-01-01', '2026-01-10', '2026-01-01', []],
  [
    'keeps the parts done in it',
    'hired 2026-01-01; did lessons 2026-01-05',
    '2026-01-10',
    '2026-01-01',
    ['lessons'],
  ],
  ['begins anew with the completion that closed the last', both, '2026-01-10', '2026-01-06', []],
  ['keeps what was done since', `${both}; did quiz 2026-01-06 11:00`, '2026-01-10', '2026-01-06', ['quiz']],
  ['begins at a rehire', `${both}; left 2026-01-08; hired 2026-02-01`, '2026-02-01', '2026-02-01', []],
] as const)('a cycle %s', ([, story, asked, beganOn, partsDone]) => {
  expect(currentCycle(told(story), localDateFrom(asked))).toMatchObject({ beganOn, partsDone })
  expect(currentCycleBeganOn(told(story), localDateFrom(asked))).toBe(beganOn)
})

test('a cycle names the fact and the moment that closed the one before', () => {
  const cycle = currentCycle(told(both), localDateFrom('2026-01-10'))
  expect(cycle).toMatchObject({ closedBy: 'e3', beganAt: '2026-01-06T16:00:00.000Z' })
  expect(currentCycle(told('hired 2026-01-01'), localDateFrom('2026-01-10'))).toMatchObject({
    closedBy: null,
    beganAt: null,
  })
})

test('an early completion that earns nothing closes no cycle', () => {
  const story = 'hired 2026-01-01; completed 2026-01-05; completed 2026-06-01'
  const terms = 'rolling 12 months; window 1 month; first due after 30 days; early completions earn nothing'
  expect(currentCycleBeganOn(told(story, terms), localDateFrom('2026-06-01'))).toBe('2026-01-05')
})

test('who owes nothing is in no cycle', () => {
  expect(currentCycleBeganOn(told(both), localDateFrom('2025-12-31'))).toBe(null)
})
