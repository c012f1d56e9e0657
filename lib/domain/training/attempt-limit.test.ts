import { expect, test } from 'vitest'
import { instantFrom, localDateFrom } from '#lib/domain/calendar'
import { assessmentTermsFrom, noAssessmentTerms } from '#lib/domain/compliance/assessment-terms'
import { defaultTerms, type Policy } from '#lib/domain/compliance/policy'
import {
  type Asking,
  assessmentTermsOn,
  attemptLimitOn,
  attemptsOf,
  nextAttemptAt,
} from '#lib/domain/training/attempt-limit'

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
test('of several that ask, the shortest cool-down holds, and without one the next attempt is open at once', () => {
  const cooling = (cooldownHours: number): Asking => {
    const terms = assessmentTermsFrom({ cooldownHours })
    return { ...asking([], { '2026-01-01': 3 }), assessments: { '2026-01-01': terms } }
  }
  const silent = asking([], { '2026-01-01': 3 })
  expect(assessmentTermsOn([cooling(48), cooling(24)], today).cooldownHours).toBe(24)
  expect(assessmentTermsOn([cooling(48), silent], today)).toEqual(noAssessmentTerms)
  expect(assessmentTermsOn([], today)).toEqual(noAssessmentTerms)
})

test('a cool-down of a day ends on the minute', () => {
  const last = instantFrom('2026-03-07T18:00:00Z')
  const opensAt = instantFrom('2026-03-08T18:00:00Z')
  const day = { cooldownHours: 24 }
  expect(nextAttemptAt(day, last, instantFrom('2026-03-08T17:59:59Z'))).toBe(opensAt)
  expect(nextAttemptAt(day, last, opensAt)).toBeNull()
  expect(nextAttemptAt({ cooldownHours: 0 }, last, last)).toBeNull()
  expect(nextAttemptAt(day, null, last)).toBeNull()
})
