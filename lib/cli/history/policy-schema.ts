import { z } from 'zod'
import { count, date, instant, monthDay, words } from '#lib/cli/history/fields'
import { type RowFault, when } from '#lib/cli/history/row-fault'
import { addMonths, daysBetween, localDateFrom, startOfDayAt } from '#lib/domain/calendar'
import {
  type Audience,
  type Authority,
  type Cadence,
  defaultTerms,
  type Policy,
} from '#lib/domain/compliance/policy'
import { invariant } from '#lib/domain/invariant'

const period = count(1, 600)
const list = z.array(words, 'expected a list')
const cadences = ['once', 'rolling', 'hire-anniversary', 'fixed-date', 'licence-renewal'] as const

export const policySchema = z.strictObject(
  {
    id: words,
    effectiveOn: date,
    recordedAt: instant.nullish(),
    cadence: z.enum(cadences, `expected one of ${cadences.join(', ')}`),
    periodMonths: period.nullish(),
    fixedDate: monthDay.nullish(),
    firstDueDays: count(0).nullish(),
    firstDueOn: date.nullish(),
    windowMonths: count(0, 600).nullish(),
    windowDays: count(0).nullish(),
    graceDays: count(0).nullish(),
    minimumValidityMonths: count(0, 600).nullish(),
    earlyCredit: z.enum(['reanchor', 'none'], 'expected reanchor or none').nullish(),
    returnDays: count(0).nullish(),
    parts: list.nullish(),
    externalAllowed: z.boolean('expected true or false').nullish(),
    approvedProviders: list.nullish(),
    authority: z
      .enum(
        ['practice-policy', 'verified-profile', 'unverified-profile'],
        'expected practice-policy, verified-profile or unverified-profile',
      )
      .nullish(),
    audience: z
      .strictObject(
        { roles: list.optional(), locations: list.optional(), employmentKinds: list.optional() },
        'expected an object with roles, locations or employmentKinds',
      )
      .nullish(),
    appliesTo: z.enum(['later-completions', 'all'], 'expected later-completions or all').nullish(),
  },
  'expected an object',
)
type PolicyFields = z.infer<typeof policySchema>

/** What is wrong between the fields of one policy as it stands in the file, whatever is wrong within them. */
export function policyFaults(row: Readonly<Record<string, unknown>>): readonly RowFault[] {
  const { cadence, periodMonths, windowMonths, windowDays, parts, authority, approvedProviders } = row
  const recurs = cadence !== 'once'
  const turn = isMissing(periodMonths) ? usualPeriod : periodMonths
  return [
    ...when(
      cadence === 'rolling' && isMissing(periodMonths),
      'periodMonths',
      'needed for the cadence rolling',
    ),
    ...when(
      cadence === 'fixed-date' && isMissing(row['fixedDate']),
      'fixedDate',
      'needed for the cadence fixed-date',
    ),
    ...when(
      !isMissing(windowMonths) && !isMissing(windowDays),
      'windowDays',
      'give windowMonths or windowDays, not both',
    ),
    ...when(
      recurs && isAtLeast(windowMonths, turn),
      'windowMonths',
      'the window must be shorter than the period',
    ),
    ...when(
      recurs && isAtLeast(windowDays, daysIn(turn)),
      'windowDays',
      'the window must be shorter than the period',
    ),
    ...when(Array.isArray(parts) && new Set(parts).size < parts.length, 'parts', 'names a part twice'),
    ...when(
      authority === 'practice-policy' && Array.isArray(approvedProviders) && approvedProviders.length > 0,
      'approvedProviders',
      'only a profile asks for approved providers',
    ),
  ]
}

/** A calendar recurs yearly where nothing else is said. */
const usualPeriod = 12

function isMissing(value: unknown): value is null | undefined {
  return value === null || value === undefined
}

function isAtLeast(value: unknown, limit: unknown): boolean {
  return typeof value === 'number' && typeof limit === 'number' && value >= limit
}

/** The shortest that this many months can be. Undefined for what is no number of months. */
function daysIn(months: unknown): number | undefined {
  const sound = period.safeParse(months).data
  if (sound === undefined) return undefined
  const starts = Array.from({ length: 12 }, (_, index) => addMonths(localDateFrom('2001-01-01'), index))
  return Math.min(...starts.map((start) => daysBetween(start, addMonths(start, sound))))
}

export function policyFrom(fields: PolicyFields, zone: string): Policy {
  const { id, effectiveOn, recordedAt } = fields
  return {
    ...defaultTerms,
    ...cadenceOf(fields),
    ...givenTerms(fields),
    id,
    effectiveOn,
    recordedAt: recordedAt ?? startOfDayAt(effectiveOn, zone),
    audience: audienceOf(fields),
    firstDue: { days: fields.firstDueDays ?? 0, notBefore: fields.firstDueOn ?? null },
    window: windowOf(fields),
    parts: partsOf(fields.parts ?? []),
    authority: authorityOf(fields),
  }
}

/** What is said of the terms that stand as they are. */
function givenTerms({ graceDays, returnDays, earlyCredit, externalAllowed, appliesTo }: PolicyFields) {
  return {
    graceDays: graceDays ?? defaultTerms.graceDays,
    returnDays: returnDays ?? defaultTerms.returnDays,
    earlyCredit: earlyCredit ?? defaultTerms.earlyCredit,
    externalAllowed: externalAllowed ?? defaultTerms.externalAllowed,
    appliesTo: appliesTo ?? defaultTerms.appliesTo,
  }
}

function windowOf({ windowMonths, windowDays }: PolicyFields): Policy['window'] {
  return isMissing(windowMonths) ? { days: windowDays ?? 0 } : { months: windowMonths }
}

function cadenceOf(fields: PolicyFields): Cadence {
  const { cadence, fixedDate } = fields
  const turns = {
    periodMonths: fields.periodMonths ?? usualPeriod,
    minimumValidityMonths: fields.minimumValidityMonths ?? 0,
  }
  switch (cadence) {
    case 'once':
      return { cadence }
    case 'rolling':
      return { cadence, periodMonths: turns.periodMonths }
    case 'hire-anniversary':
    case 'licence-renewal':
      return { cadence, ...turns }
    case 'fixed-date':
      invariant(fixedDate, 'a checked policy with a fixed date has one')
      return { cadence, fixedDate, ...turns }
  }
}

function partsOf([first, ...rest]: readonly string[]): Policy['parts'] {
  return first === undefined ? null : [first, ...rest]
}

/** Where providers are named, a verified profile asks for them, unless it is said to be unverified. */
function authorityOf({ authority, approvedProviders }: PolicyFields): Authority {
  const providers = approvedProviders && approvedProviders.length > 0 ? approvedProviders : null
  const kind = authority ?? (providers ? 'verified-profile' : 'practice-policy')
  if (kind === 'practice-policy') return { kind }
  return { kind: 'requirement-profile', verified: kind === 'verified-profile', approvedProviders: providers }
}

/** Without an audience, everyone who is employed; where the history speaks of roles, while in one. */
function audienceOf({ audience }: PolicyFields): Audience {
  if (!audience) return { whileInRole: true }
  const { roles, locations, employmentKinds } = audience
  return {
    ...(roles && { roles }),
    ...(locations && { locations }),
    ...(employmentKinds && { employmentKinds }),
  }
}
