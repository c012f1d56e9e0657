import type { LocalDate, MonthDay } from '#lib/domain/calendar'
import { assessmentTermsFrom } from '#lib/domain/compliance/assessment-terms'
import type { Cadence } from '#lib/domain/compliance/policy'
import type { PolicyRules } from '#lib/domain/compliance/policy-rules'

/** A clause of a requirement's terms: the sentence that says it, and what it speaks of. */
export type PolicyTerm = {
  readonly name:
    | 'everyone'
    | 'roles'
    | 'locations'
    | 'employmentKinds'
    | 'people'
    | 'once'
    | 'rolling'
    | 'hireAnniversary'
    | 'fixedDate'
    | 'licenceRenewal'
    | 'minimumValidity'
    | 'window'
    | 'windowDays'
    | 'earlyCounts'
    | 'earlyKeepsCalendar'
    | 'earlyLost'
    | 'firstDue'
    | 'firstDueNotBefore'
    | 'grace'
    | 'attempts'
    | 'cooldown'
    | 'timeLimit'
    | 'keysShown'
    | 'testOut'
    | 'return'
    | 'externalRefused'
    | 'externalAccepted'
    | 'externalFrom'
    | 'approvedOnly'
    | 'approvedNobody'
  readonly number: number
  /** Roles and employment kinds as the code names them; places, people and providers as the practice does. */
  readonly names: readonly string[]
  readonly day: MonthDay | null
  readonly on: LocalDate | null
}

type Terms = { readonly rules: PolicyRules; readonly attemptLimit: number }
type NameOf = (staffMemberId: string) => string | undefined

/** What a requirement asks, clause by clause, in the order in which one would tell it. `nameOf` names staff members. */
export function policyTerms({ rules, attemptLimit }: Terms, nameOf: NameOf): readonly PolicyTerm[] {
  return [
    ...audienceTerms(rules, nameOf),
    ...rhythmTerms(rules),
    ...renewalTerms(rules),
    clause('firstDue', rules.firstDue.days),
    ...(rules.firstDue.notBefore === null
      ? []
      : [{ ...clause('firstDueNotBefore'), on: rules.firstDue.notBefore }]),
    clause('grace', rules.graceDays),
    clause('return', rules.returnDays),
    clause('attempts', attemptLimit),
    ...assessmentTerms(rules),
    ...externalTerms(rules),
  ]
}

function clause(name: PolicyTerm['name'], number = 0): PolicyTerm {
  return { name, number, names: [], day: null, on: null }
}

const listed = (name: PolicyTerm['name'], names: readonly string[] | undefined): readonly PolicyTerm[] =>
  names === undefined ? [] : [{ ...clause(name), names }]

function audienceTerms({ audience }: PolicyRules, nameOf: NameOf): readonly PolicyTerm[] {
  if (audience === 'everyone') return [clause('everyone')]
  const { roles, locations, employmentKinds, people } = audience
  const named = people?.map((id) => nameOf(id) ?? '–')
  return [
    ...listed('roles', roles),
    ...listed('locations', locations),
    ...listed('employmentKinds', employmentKinds),
    ...listed('people', named),
  ]
}

function rhythmTerms(rhythm: Cadence): readonly PolicyTerm[] {
  switch (rhythm.cadence) {
    case 'once':
      return [clause('once')]
    case 'rolling':
      return [clause('rolling', rhythm.periodMonths)]
    case 'hire-anniversary':
      return [clause('hireAnniversary', rhythm.periodMonths), ...minimum(rhythm.minimumValidityMonths)]
    case 'fixed-date':
      return [
        { ...clause('fixedDate', rhythm.periodMonths), day: rhythm.fixedDate },
        ...minimum(rhythm.minimumValidityMonths),
      ]
    case 'licence-renewal':
      return [clause('licenceRenewal', rhythm.periodMonths), ...minimum(rhythm.minimumValidityMonths)]
  }
}

function minimum(months: number): readonly PolicyTerm[] {
  return months > 0 ? [clause('minimumValidity', months)] : []
}

function renewalTerms({ cadence, window, earlyCredit }: PolicyRules): readonly PolicyTerm[] {
  if (cadence === 'once') return []
  const opens = 'months' in window ? clause('window', window.months) : clause('windowDays', window.days)
  if (earlyCredit === 'none') return [opens, clause('earlyLost')]
  return [opens, clause(cadence === 'rolling' ? 'earlyCounts' : 'earlyKeepsCalendar')]
}

function assessmentTerms({ assessment }: PolicyRules): readonly PolicyTerm[] {
  const { cooldownHours, timeLimitMinutes, keysShown, testOut } = assessmentTermsFrom(assessment)
  return [
    ...(cooldownHours > 0 ? [clause('cooldown', cooldownHours)] : []),
    ...(timeLimitMinutes === null ? [] : [clause('timeLimit', timeLimitMinutes)]),
    ...(keysShown === 'never' ? [] : [clause('keysShown')]),
    ...(testOut ? [clause('testOut')] : []),
  ]
}

function externalTerms({
  externalAllowed,
  acceptedProviders,
  authority,
}: PolicyRules): readonly PolicyTerm[] {
  const approved = authority.kind === 'requirement-profile' ? authority.approvedProviders : null
  const asksApproval = approved === null ? [] : approvalTerms(approved)
  if (!externalAllowed) return [clause('externalRefused'), ...asksApproval]
  if (asksApproval.length > 0) return asksApproval
  return acceptedProviders.length > 0
    ? listed('externalFrom', acceptedProviders)
    : [clause('externalAccepted')]
}

function approvalTerms(approved: readonly string[]): readonly PolicyTerm[] {
  return approved.length === 0 ? [clause('approvedNobody')] : listed('approvedOnly', approved)
}
