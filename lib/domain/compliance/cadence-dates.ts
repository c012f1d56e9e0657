import {
  addDays,
  addMonths,
  type LocalDate,
  laterOf,
  localDateFrom,
  monthsBetween,
} from '#lib/domain/calendar'
import type { Circumstances } from '#lib/domain/compliance/obligation'
import type { Policy } from '#lib/domain/compliance/policy'
import type { PolicyVersions } from '#lib/domain/compliance/policy-versions'
import { findSpellOn } from '#lib/domain/compliance/spells'
import { invariant } from '#lib/domain/invariant'

/** The dates of a calendar cadence: `anchor` + `months` + k * `periodMonths`, for every whole k from `firstTurn` on. */
export type CadenceDates = {
  readonly anchor: LocalDate
  readonly months: number
  readonly periodMonths: number
  readonly firstTurn: number
  readonly minimumValidityMonths: number
  /** The facts that they rest on, beside the employment. */
  readonly ids: readonly string[]
}

/** One of them, and the months from the anchor to it. */
export type CadenceDate = { readonly on: LocalDate; readonly months: number }

/** The first cadence date after a completion that is no nearer to it than the minimum validity. */
export function firstCadenceDate(dates: CadenceDates, completedOn: LocalDate): CadenceDate {
  return cadenceDateAfter(dates, completedOn, addMonths(completedOn, dates.minimumValidityMonths))
}

/** The last day, from `on` on, on which a first completion counts through no later day than `through`. */
export function lastDayFor(dates: CadenceDates, on: LocalDate, through: LocalDate): LocalDate {
  let [date, next] = [through, firstCadenceDate(dates, on).on]
  while (next <= through) [date, next] = [next, cadenceDateAfter(dates, next).on]
  const reaches = (day: LocalDate) => day < date && addMonths(day, dates.minimumValidityMonths) <= date
  // Months that end early let several days reach one date, so a month back may be some days too early, or one too late.
  let day = addMonths(date, -dates.minimumValidityMonths)
  while (!reaches(day)) day = addDays(day, -1)
  while (reaches(addDays(day, 1))) day = addDays(day, 1)
  return day
}

/** The first cadence date after a day and not before another. */
export function cadenceDateAfter(dates: CadenceDates, day: LocalDate, notBefore = day): CadenceDate {
  const { anchor, periodMonths, firstTurn } = dates
  const reach = monthsBetween(anchor, laterOf(day, notBefore)) - dates.months
  let months = dates.months + Math.max(firstTurn, Math.floor(reach / periodMonths)) * periodMonths
  // The first candidate lies in the month of the later day or before it, so this goes round twice at most.
  for (;;) {
    const on = addMonths(anchor, months)
    if (on > day && on >= notBefore) return { on, months }
    months += periodMonths
  }
}

/**
 * The dates that a policy's calendar gives on a day. Null for cadences without a calendar, outside every employment for
 * the anniversary of one, and for a licence of which no date is known yet.
 */
export function cadenceDatesOf(
  policy: Policy,
  { versions, employment, licences }: Circumstances,
  day: LocalDate,
): CadenceDates | null {
  switch (policy.cadence) {
    case 'once':
    case 'rolling':
      return null
    case 'hire-anniversary': {
      const spell = findSpellOn(employment, day)
      // The hire itself is not an anniversary.
      return spell ? datesFrom(policy, { anchor: spell.from, months: 0, firstTurn: 1, ids: [] }) : null
    }
    case 'fixed-date':
      return datesFrom(policy, { ...firstFixedDate(policy, versions, day), ids: [] })
    case 'licence-renewal': {
      const licence = licences.findLast(({ on }) => on <= day)
      if (!licence) return null
      return datesFrom(policy, { anchor: licence.event.dueOn, months: 0, firstTurn: 0, ids: licence.ids })
    }
  }
}

type Start = Omit<CadenceDates, 'periodMonths' | 'minimumValidityMonths'>

function datesFrom(
  { periodMonths, minimumValidityMonths }: Pick<CadenceDates, 'periodMonths' | 'minimumValidityMonths'>,
  { anchor, months, firstTurn, ids }: Start,
): CadenceDates {
  invariant(periodMonths > 0, 'the dates of a calendar lie apart')
  return { anchor, months, periodMonths, firstTurn, minimumValidityMonths, ids }
}

type FixedDate = Extract<Policy, { readonly cadence: 'fixed-date' }>

/**
 * The first such day on which the policy was in force. A version that keeps day and period goes on counting where the one
 * before it did. For a day before the policy the calendar reaches back, so that what was completed then runs out as if it
 * had held. The anchor lies in a leap year, so that 29 February comes back.
 */
function firstFixedDate(policy: FixedDate, versions: PolicyVersions, day: LocalDate) {
  const anchor = localDateFrom(`2000-${policy.fixedDate}`)
  const { effectiveOn } = versions[sameCalendarSince(policy, versions)] ?? policy
  const inThatYear = Math.floor(monthsBetween(anchor, effectiveOn) / 12) * 12
  const isPast = addMonths(anchor, inThatYear) < effectiveOn
  const months = isPast ? inThatYear + 12 : inThatYear
  return { anchor, months, firstTurn: day < effectiveOn ? Number.NEGATIVE_INFINITY : 0 }
}

function sameCalendarSince(policy: FixedDate, versions: PolicyVersions): number {
  let index = versions.indexOf(policy)
  while (isSameCalendar(policy, versions[index - 1])) index -= 1
  return index
}

function isSameCalendar(policy: FixedDate, before: Policy | undefined): boolean {
  return (
    before?.cadence === 'fixed-date' &&
    before.fixedDate === policy.fixedDate &&
    before.periodMonths === policy.periodMonths
  )
}
