import { expect, test } from 'vitest'
import { instantFrom, localDateFrom } from '#lib/domain/calendar'
import { defaultTerms, type Policy } from '#lib/domain/compliance/policy'
import { type Asking, attemptLimitOn, attemptsOf } from '#lib/domain/training/attempt-limit'

const recordedAt = instantFrom('2026-01-01T12:00:00Z')
const hiredOn = localDateFrom('2026-01-01')
const today = localDateFrom('2026-03-10')

/** A nurse since January, and a requirement whose versions begin on these days with these limits. */
function asking(
  roles: readonly string[],
  limits: Readonly<Record<string, number>>,
  retiredOn?: string,
): Asking {
  const policies = Object.keys(limits).map((on): Policy => {
    const audience = roles.length === 0 ? ('everyone' as const) : { roles }
    const version = { id: on, effectiveOn: localDateFrom(on), recordedAt, audience }
    return { ...defaultTerms, ...version, firstDue: { days: 30, notBefore: null }, cadence: 'once' }
  })
  const fact = { recordedAt, effectiveOn: hiredOn }
  const retired = retiredOn && {
    ...fact,
    id: 'end',
    kind: 'retired' as const,
    effectiveOn: localDateFrom(retiredOn),
  }
  return {
    zone: 'America/Chicago',
    policies,
    attemptLimits: limits,
    events: [
      { ...fact, id: 'hire', kind: 'employed' },
      { ...fact, id: 'role', kind: 'role-started', role: 'nurse' },
      ...(retired ? [retired] : []),
    ],
  }
}

test('a version that begins tomorrow allows nothing yet, and one that begins today does', () => {
  expect(attemptLimitOn([asking([], { '2026-01-01': 5, '2026-03-11': 9 })], today)).toBe(5)
  expect(attemptLimitOn([asking([], { '2026-01-01': 5, '2026-03-10': 9 })], today)).toBe(9)
})

test('what asks other roles only allows nothing', () => {
  expect(attemptLimitOn([asking(['front-desk'], { '2026-01-01': 9 })], today)).toBe(3)
  expect(attemptLimitOn([asking(['nurse'], { '2026-01-01': 9 })], today)).toBe(9)
})

test('of several that ask, the most generous speaks', () => {
  const askings = [asking([], { '2026-01-01': 1 }), asking(['nurse'], { '2026-01-01': 2 })]
  expect(attemptLimitOn(askings, today)).toBe(2)
})

test('a retired requirement allows nothing from its last day on', () => {
  expect(attemptLimitOn([asking([], { '2026-01-01': 9 }, '2026-03-11')], today)).toBe(9)
  expect(attemptLimitOn([asking([], { '2026-01-01': 9 }, '2026-03-10')], today)).toBe(3)
})

test('what was granted counts on top, and nothing is ever less than none', () => {
  expect(attemptsOf({ limit: 3, granted: 0, used: 3 })).toEqual({ allowed: 3, left: 0 })
  expect(attemptsOf({ limit: 3, granted: 3, used: 3 })).toEqual({ allowed: 6, left: 3 })
  expect(attemptsOf({ limit: 1, granted: 0, used: 3 })).toEqual({ allowed: 1, left: 0 })
})
