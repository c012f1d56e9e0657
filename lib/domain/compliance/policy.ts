import type { Instant, LocalDate, MonthDay } from '#lib/domain/calendar'

/**
 * Whom the policy asks, among the employed: everyone, or those who are on every list that is given. A list that is not
 * given asks any; an empty one asks nobody. `people` are ids of staff members.
 */
export type Audience =
  | 'everyone'
  | {
      readonly roles?: readonly string[]
      readonly locations?: readonly string[]
      readonly employmentKinds?: readonly string[]
      readonly people?: readonly string[]
      /** Asks who is in some role, once any role of the person is known. For histories that name no role to ask for. */
      readonly whileInRole?: true
    }

/** How long before the valid-through date renewal opens. Shorter than the period; zero months or days is no window. */
export type RenewalWindow = { readonly months: number } | { readonly days: number }

/**
 * The first completion is due `days` after the obligation began, and not before `notBefore` (a launch date for those
 * already here). A plain fixed date is `{ days: 0, notBefore: date }`: who joins after it owes on the day of joining.
 */
export type FirstDue = { readonly days: number; readonly notBefore: LocalDate | null }

/** The legal source behind a policy. `approvedProviders` is null where the source asks for no approved provider. */
export type Authority =
  | { readonly kind: 'practice-policy' }
  | {
      readonly kind: 'requirement-profile'
      readonly verified: boolean
      readonly approvedProviders: readonly string[] | null
    }

type Terms = {
  readonly id: string
  readonly effectiveOn: LocalDate
  readonly recordedAt: Instant
  readonly audience: Audience
  readonly firstDue: FirstDue
  readonly window: RenewalWindow
  /** Days after the due date on which the status is `in-grace`. */
  readonly graceDays: number
  /** Days to complete after the last day of a leave. */
  readonly returnDays: number
  /** What a completion before the window earns: a later date counted from itself, or nothing. */
  readonly earlyCredit: 'reanchor' | 'none'
  /** The parts that together make a completion; null where `completed` facts stand for it. */
  readonly parts: readonly [string, ...string[]] | null
  readonly externalAllowed: boolean
  readonly authority: Authority
  /** `all`: from `effectiveOn` on, earlier completions earn what this version says (rule 11). */
  readonly appliesTo: 'later-completions' | 'all'
}

/** Dates that lie in a calendar, a period apart. */
type CalendarTerms = {
  readonly periodMonths: number
  /** Where the next date is nearer than this, a completion counts to the one after. */
  readonly minimumValidityMonths: number
}

/** When what was earned is due again. A place that must know of every cadence switches on it, without a default. */
export type Cadence =
  | { readonly cadence: 'once' }
  | { readonly cadence: 'rolling'; readonly periodMonths: number }
  /** Counted from the first day of the current employment. */
  | ({ readonly cadence: 'hire-anniversary' } & CalendarTerms)
  /** Counted from the first such day on which the policy was in force. */
  | ({ readonly cadence: 'fixed-date'; readonly fixedDate: MonthDay } & CalendarTerms)
  /** Counted from the date held for the person's licence. */
  | ({ readonly cadence: 'licence-renewal' } & CalendarTerms)

/** One version of a requirement's rules, in force from `effectiveOn` until the next version's. */
export type Policy = Terms & Cadence

/** What holds where a policy says nothing: no grace, no window, thirty days after leave, early completions re-anchor. */
export const defaultTerms = {
  audience: 'everyone',
  window: { days: 0 },
  graceDays: 0,
  returnDays: 30,
  earlyCredit: 'reanchor',
  parts: null,
  externalAllowed: true,
  authority: { kind: 'practice-policy' },
  appliesTo: 'later-completions',
} as const satisfies Partial<Terms>
