import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  type LocalDate,
  localDateAt,
  localDateFrom,
  momentAt,
} from '#lib/domain/calendar'
import {
  completionsToLookAt,
  daysLate,
  momentOn,
  refresherMoments,
} from '#lib/domain/training/refresher-moments'

const day = fc.integer({ min: 0, max: 3650 }).map((days) => addDays(localDateFrom('2024-01-01'), days))

/** A worker that looks on some of the days after a completion: what it offers, and on which day. */
function played(completedOn: LocalDate, looks: readonly number[]) {
  const made: { readonly on: LocalDate; readonly moment: number }[] = []
  for (const days of looks.toSorted((a, b) => a - b)) {
    const on = addDays(completedOn, days)
    const found = momentOn({ completedOn, offered: made.map(({ moment }) => moment) }, on)
    if (found) made.push({ on, moment: found.moment })
  }
  return made
}

const looks = fc.array(fc.integer({ min: -40, max: 400 }), { maxLength: 60 })

test('never before its day, never long after it, and never two of one moment, whenever a worker looks', () => {
  fc.assert(
    fc.property(day, looks, (completedOn, days) => {
      const made = played(completedOn, days)
      expect(new Set(made.map(({ moment }) => moment)).size).toBe(made.length)
      for (const { on, moment } of made) {
        const dueOn = addMonths(completedOn, moment)
        expect(on >= dueOn && on <= addDays(dueOn, daysLate)).toBe(true)
      }
    }),
  )
})

test('a worker that looks every day offers each moment on its very day', () => {
  fc.assert(
    fc.property(day, (completedOn) => {
      const made = played(
        completedOn,
        Array.from({ length: 220 }, (_, days) => days),
      )
      expect(made).toEqual(refresherMoments.map((moment) => ({ on: addMonths(completedOn, moment), moment })))
    }),
    { numRuns: 50 },
  )
})

test('whatever may be offered today is among the completions that are looked at', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: -40, max: 260 }), (completedOn, days) => {
      const today = addDays(completedOn, days)
      const { from, through } = completionsToLookAt(today)
      const isOffered = momentOn({ completedOn, offered: [] }, today) !== null
      expect(isOffered && (completedOn < from || completedOn > through)).toBe(false)
    }),
  )
})

test.each([
  // The clocks go forward on 8 March 2026 and back on 1 November 2026.
  ['2026-02-08', '2026-03-08'],
  ['2026-10-01', '2026-11-01'],
  ['2026-01-31', '2026-02-28'],
])(
  'completed on %s, the first is due on %s, from its first minute in the practice’s zone',
  (completed, due) => {
    const zone = 'America/Chicago'
    const turn = { completedOn: localDateFrom(completed), offered: [] }
    const midnight = momentAt(localDateFrom(due), '00:00', zone)
    const eve = momentAt(addDays(localDateFrom(due), -1), '23:59', zone)
    expect(momentOn(turn, localDateAt(midnight, zone))).toEqual({ moment: 1, dueOn: due })
    expect(momentOn(turn, localDateAt(eve, zone))).toBeNull()
  },
)
