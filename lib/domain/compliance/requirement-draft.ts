import { addDays, addMonths, type LocalDate, localDateFrom } from '#lib/domain/calendar'
import { type AssessmentTerms, assessmentTermsFrom } from '#lib/domain/compliance/assessment-terms'
import {
  type Audience,
  type Cadence,
  defaultTerms,
  type Policy,
  type RenewalWindow,
} from '#lib/domain/compliance/policy'
import {
  authorityFrom,
  type PolicyRules,
  type PolicyVersion,
  policyFrom,
} from '#lib/domain/compliance/policy-rules'
import type { RequirementProfile } from '#lib/domain/curriculum/requirement-profile'
import type { EmploymentKind, Role } from '#lib/domain/people/roles'

/** What a practice answers when it asks its staff for a track. What is left out is as in `defaultTerms`. */
export type RequirementDraft = {
  readonly trackId: string
  /** What to renew with, where that is another track. */
  readonly renewalTrackId?: string | null
  /** Whom it asks: those who are on every list that names anybody. All lists empty: everyone. */
  readonly roles: readonly Role[]
  readonly locations?: readonly string[]
  readonly employmentKinds?: readonly EmploymentKind[]
  /** Ids of staff members. */
  readonly people?: readonly string[]
  readonly rhythm: Cadence
  /** Null or left out: today. */
  readonly effectiveOn?: LocalDate | null
  /** From the later of the hire, the role and the requirement's own first day. */
  readonly firstDueDays: number
  readonly firstDueOn?: LocalDate | null
  /** How long before the due date renewal opens; in days where they are given. Nothing is renewed where the cadence is `once`. */
  readonly windowMonths: number
  readonly windowDays?: number | null
  readonly graceDays: number
  readonly returnDays: number
  readonly earlyCredit?: Policy['earlyCredit']
  readonly externalAllowed?: boolean
  /** Whose certificates from elsewhere count; where the authority asks for an approved course, those that it approves. */
  readonly providers?: readonly string[]
  /** The requirement profile that stands behind it; null for the practice's own policy. */
  readonly profileId?: string | null
  readonly attemptLimit: number
  readonly assessment?: Partial<AssessmentTerms>
}

/** What the answers say, under the authority of a profile or of the practice itself. */
export function rulesOfDraft(draft: RequirementDraft, profile: RequirementProfile | null): PolicyRules {
  const { rhythm, firstDueDays, firstDueOn = null, graceDays, returnDays, providers = [] } = draft
  const { earlyCredit = defaultTerms.earlyCredit, externalAllowed = defaultTerms.externalAllowed } = draft
  return {
    ...rhythm,
    audience: audienceOf(draft),
    firstDue: { days: firstDueDays, notBefore: firstDueOn },
    window: windowOf(draft),
    graceDays,
    returnDays,
    earlyCredit,
    externalAllowed,
    acceptedProviders: providers,
    assessment: assessmentTermsFrom(draft.assessment),
    authority: authorityFrom(profile, providers),
  }
}

/** The policy that the answers make. */
export function policyOfDraft(
  draft: RequirementDraft,
  version: Omit<PolicyVersion, 'appliesTo'> & { readonly appliesTo?: Policy['appliesTo'] },
  profile: RequirementProfile | null = null,
): Policy {
  return policyFrom(rulesOfDraft(draft, profile), { appliesTo: defaultTerms.appliesTo, ...version })
}

function audienceOf({
  roles,
  locations = [],
  employmentKinds = [],
  people = [],
}: RequirementDraft): Audience {
  const lists = {
    ...(roles.length > 0 ? { roles } : {}),
    ...(locations.length > 0 ? { locations } : {}),
    ...(employmentKinds.length > 0 ? { employmentKinds } : {}),
    ...(people.length > 0 ? { people } : {}),
  }
  return Object.keys(lists).length === 0 ? 'everyone' : lists
}

function windowOf({ windowMonths, windowDays = null }: RequirementDraft): RenewalWindow {
  return windowDays === null ? { months: windowMonths } : { days: windowDays }
}

/** Years ahead that are a slip of the keyboard, and no plan. */
const farAheadMonths = 36

export type DraftProblem = 'effective-before-today' | 'effective-too-far-ahead' | 'first-due-too-far-ahead'

/** What is wrong with the days of an answer, seen from today. A version that replaces another may begin earlier. */
export function problemOfDraft(
  { effectiveOn, firstDueOn }: Pick<RequirementDraft, 'effectiveOn' | 'firstDueOn'>,
  today: LocalDate,
  mayBeginEarlier = false,
): DraftProblem | undefined {
  const latest = addMonths(today, farAheadMonths)
  if (effectiveOn && effectiveOn < today && !mayBeginEarlier) return 'effective-before-today'
  if (effectiveOn && effectiveOn > latest) return 'effective-too-far-ahead'
  return firstDueOn && firstDueOn > latest ? 'first-due-too-far-ahead' : undefined
}

/** Whether renewal opens within the shortest turn that it could have. */
export function windowFits(periodMonths: number, window: RenewalWindow): boolean {
  if ('months' in window) return window.months < periodMonths
  const january = localDateFrom('2001-01-31')
  return addDays(january, window.days) < addMonths(january, periodMonths)
}
