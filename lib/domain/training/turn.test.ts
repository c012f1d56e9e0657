import { describe, expect, test } from 'vitest'
import { type Instant, instantFrom, localDateFrom, startOfDayAt } from '#lib/domain/calendar'
import { factsFrom, policyFrom } from '#lib/domain/compliance/read-table.examples'
import type { Asking } from '#lib/domain/training/attempt-limit'
import { isTurnOver, quizzesOpenOn, type StoredTurn } from '#lib/domain/training/turn'

const timeZone = 'America/Chicago'
const rolling = 'rolling 12 months; window 1 month; first due after 30 days'
const none = `${rolling}; early completions earn nothing`

function asking(story: string, terms = rolling, own: Partial<Asking> = {}): Asking {
  const policies = [policyFrom(`2024-01-01: ${terms}`)]
  return { zone: timeZone, policies, events: factsFrom(story), attemptLimits: {}, ...own }
}

const noon = (day: string): Instant =>
  instantFrom(new Date(Date.parse(startOfDayAt(localDateFrom(day), timeZone)) + 12 * 3_600_000).toISOString())
const worked = (own: Partial<StoredTurn>): StoredTurn => ({
  lastCycle: 1,
  startedOn: localDateFrom('2025-01-01'),
  hasNewestTrack: true,
  isOvertaken: false,
  firstReadAt: null,
  firstSatAt: null,
  mayHaveTurned: true,
  ...own,
})
const sat = (day: string, own: Partial<StoredTurn> = {}) => worked({ firstSatAt: noon(day), ...own })
const read = (day: string) => worked({ firstReadAt: noon(day) })
const over = (turn: StoredTurn, on: string, ...askings: readonly Asking[]) =>
  isTurnOver(turn, askings, { now: noon(on), timeZone })

const hired = 'hired 2025-01-01'
const backAgain = `${hired}; left 2025-02-28; hired 2025-06-01`

describe('a cycle is over', () => {
  test.for([
    [
      'when a certificate closed the turn since',
      sat('2025-01-10'),
      `${hired}; certificate from X 2025-01-20`,
      true,
    ],
    [
      'not where it was begun after that',
      sat('2025-01-20'),
      `${hired}; certificate from X 2025-01-20`,
      false,
    ],
    ['at a rehire', sat('2025-02-01'), backAgain, true],
    ['at a rehire, where something was only read', read('2025-02-01'), backAgain, true],
    ['not where it was read ahead of the first day', read('2025-05-20'), backAgain, false],
    ['but where it was sat then', sat('2025-05-20'), backAgain, true],
    ['on the day itself by the moment', sat('2025-01-20'), `${hired}; completed 2025-01-20 13:00`, true],
    ['and not after it', sat('2025-01-20'), `${hired}; completed 2025-01-20 11:00`, false],
  ] as const)('%s', ([, turn, story, expected]) => {
    expect(over(turn, '2025-07-01', asking(story))).toBe(expected)
  })

  test('when its track has a newer version and nothing was done in it', () => {
    expect(over(worked({ hasNewestTrack: false }), '2025-07-01')).toBe(true)
    expect(over(sat('2025-01-10', { hasNewestTrack: false }), '2025-07-01', asking(hired))).toBe(false)
  })

  test('not while one of two requirements still counts what was done', () => {
    const [early, late] = [asking(hired), asking(`hired 2025-03-01`)]
    expect(over(sat('2025-01-10'), '2025-07-01', early, late)).toBe(false)
    expect(over(sat('2025-01-10'), '2025-07-01', late)).toBe(true)
  })

  test('whatever was earned once for good', () => {
    const forGood = asking(`${hired}; completed 2025-01-05`, 'once; first due after 30 days')
    const yearly = asking(`${hired}; completed 2025-01-05; certificate from X 2025-06-01`)
    expect(over(sat('2025-01-10'), '2025-07-01', forGood, yearly)).toBe(true)
    expect(over(sat('2025-01-10'), '2025-07-01', forGood)).toBe(false)
  })

  test('where nothing asks, at the first day of another employment', () => {
    const startedOn = localDateFrom('2025-06-01')
    expect(over(sat('2025-02-01', { startedOn }), '2025-07-01')).toBe(true)
    expect(over(sat('2025-06-10', { startedOn }), '2025-07-01')).toBe(false)
  })

  test('where it was sat before its window, and nothing else counted it', () => {
    const done = `${hired}; completed 2025-01-05`
    expect(over(sat('2025-06-10'), '2025-12-10', asking(done, none))).toBe(true)
    expect(over(sat('2025-12-06'), '2025-12-10', asking(done, none))).toBe(false)
  })
})

describe('the quizzes open', () => {
  const done = `${hired}; completed 2025-01-05`

  test.for([
    ['on the first day of the window', [asking(done, none)], '2025-12-04', '2025-12-05'],
    ['and from then on', [asking(done, none)], '2025-12-05', null],
    ['at once where what is early counts', [asking(done)], '2025-06-01', null],
    ['at once where it counts for one of two', [asking(done, none), asking(done)], '2025-06-01', null],
    [
      'without a word from what asks others',
      [asking(done, none), asking(done, `${rolling}; for lead`)],
      '2025-06-01',
      '2025-12-05',
    ],
    [
      'at once for an update that is owed',
      [asking(`${done}; material v2 2025-03-01 due 2025-04-01`, none)],
      '2025-03-15',
      null,
    ],
  ] as const)('%s', ([, askings, on, expected]) => {
    expect(quizzesOpenOn(askings, localDateFrom(on))).toBe(expected)
  })
})
