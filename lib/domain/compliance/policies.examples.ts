import fc from 'fast-check'
import { addDays, type LocalDate, localDateFrom, startOfDayAt } from '#lib/domain/calendar'
import type { Policy } from '#lib/domain/compliance/policy'

const firstDay = localDateFrom('2009-01-01')
export const dateAt = (day: number): LocalDate => addDays(firstDay, day)

/** Days counted from the first. Dense histories meet more rules at once; both kinds cross Apia's lost day (day 1093). */
export type Era = { readonly from: number; readonly length: number }
export const era = fc.constantFrom<Era>(
  { from: 900, length: 400 },
  { from: 400, length: 1200 },
  { from: 0, length: 3650 },
)
export const dayIn = ({ from, length }: Era) => fc.integer({ min: from, max: from + length })

const window = fc.oneof(
  fc.integer({ min: 0, max: 3 }).map((months) => ({ months })),
  fc.integer({ min: 0, max: 80 }).map((days) => ({ days })),
)
const calendar = {
  periodMonths: fc.constantFrom(6, 12, 24, 36),
  minimumValidityMonths: fc.constantFrom(0, 0, 3, 6),
}
const recurring = fc.oneof(
  fc.record({ cadence: fc.constant('rolling'), periodMonths: fc.constantFrom(4, 6, 12, 24) }),
  fc.record({ cadence: fc.constant('hire-anniversary'), ...calendar }),
  fc.record({ cadence: fc.constant('licence-renewal'), ...calendar }),
  fc.record({
    cadence: fc.constant('fixed-date'),
    fixedDate: fc.constantFrom('12-31', '02-29', '01-01', '06-30', '03-31'),
    ...calendar,
  }),
)
const cadence = fc.oneof(
  { weight: 9, arbitrary: recurring },
  { weight: 1, arbitrary: fc.record({ cadence: fc.constant('once') }) },
)
const audience = fc.oneof(
  fc.constant('everyone' as const),
  fc.record({ roles: fc.subarray(['clinician', 'front-desk'], { minLength: 1 }) }),
  fc.constant({ whileInRole: true } as const),
  fc.record(
    {
      roles: fc.subarray(['clinician', 'front-desk'], { minLength: 1 }),
      locations: fc.subarray(['north', 'south'], { minLength: 1 }),
      employmentKinds: fc.subarray(['employee', 'student'], { minLength: 1 }),
      people: fc.constantFrom(['omar'], ['omar', 'nadia'], ['omar'], ['priya']),
    },
    { requiredKeys: [] },
  ),
)
const termsIn = (when: Era) =>
  fc.record({
    audience,
    firstDue: fc.record({
      days: fc.constantFrom(0, 30, 90),
      notBefore: fc.option(dayIn(when).map(dateAt), { nil: null, freq: 4 }),
    }),
    window,
    graceDays: fc.constantFrom(0, 14, 60),
    returnDays: fc.constantFrom(0, 30),
    earlyCredit: fc.constantFrom('reanchor', 'none'),
    parts: fc.constantFrom(null, null, ['lessons', 'quiz'] as const),
    externalAllowed: fc.constantFrom(true, true, false),
    authority: fc.constantFrom(
      { kind: 'practice-policy' } as const,
      { kind: 'requirement-profile', verified: true, approvedProviders: ['State board'] } as const,
      { kind: 'requirement-profile', verified: true, approvedProviders: null } as const,
      { kind: 'requirement-profile', verified: false, approvedProviders: null } as const,
    ),
    appliesTo: fc.constantFrom('later-completions', 'later-completions', 'all'),
  })

export type LocalPolicy = {
  readonly day: number
  readonly terms: Omit<Policy, 'id' | 'effectiveOn' | 'recordedAt'>
}

/** The first version begins early, so that most days have a policy. */
export function policiesOf(when: Era): fc.Arbitrary<readonly LocalPolicy[]> {
  const policy = fc.tuple(dayIn(when), termsIn(when), cadence).map(([day, terms, turn]) => {
    return { day, terms: { ...terms, ...turn } as LocalPolicy['terms'] }
  })
  return fc
    .array(policy, { minLength: 1, maxLength: 3 })
    .map(([first, ...rest]) => (first ? [{ ...first, day: when.from + (first.day % 100) }, ...rest] : rest))
}

export function policiesIn(zone: string, policies: readonly LocalPolicy[]): readonly Policy[] {
  return policies.map((policy, index) => {
    const effectiveOn = dateAt(policy.day)
    return {
      ...policy.terms,
      id: `p${index}`,
      effectiveOn,
      recordedAt: startOfDayAt(effectiveOn, zone),
    } as Policy
  })
}
