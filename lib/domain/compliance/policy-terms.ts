import type { MonthDay } from '#lib/domain/calendar'
import type { Cadence } from '#lib/domain/compliance/policy'
import type { RequirementDraft } from '#lib/domain/compliance/requirement-draft'

/** A clause of a requirement's terms: the sentence that says it, its number, and the roles that it names. */
export type PolicyTerm = {
  readonly name:
    | 'everyone'
    | 'roles'
    | 'once'
    | 'rolling'
    | 'hireAnniversary'
    | 'fixedDate'
    | 'licenceRenewal'
    | 'minimumValidity'
    | 'window'
    | 'firstDue'
    | 'grace'
    | 'attempts'
    | 'return'
  readonly number: number
  readonly roles: readonly string[]
  readonly day: MonthDay | null
}

type Terms = Omit<RequirementDraft, 'trackId' | 'roles' | 'rhythm'> & {
  readonly roles: readonly string[]
  readonly rhythm: Cadence
}

/** What a requirement asks, clause by clause, in the order in which one would tell it. */
export function policyTerms(terms: Terms): readonly PolicyTerm[] {
  const { roles, rhythm } = terms
  return [
    roles.length === 0 ? clause('everyone') : { ...clause('roles'), roles },
    ...rhythmTerms(rhythm),
    ...(rhythm.cadence === 'once' ? [] : [clause('window', terms.windowMonths)]),
    clause('firstDue', terms.firstDueDays),
    clause('grace', terms.graceDays),
    clause('return', terms.returnDays),
    clause('attempts', terms.attemptLimit),
  ]
}

function clause(name: PolicyTerm['name'], number = 0): PolicyTerm {
  return { name, number, roles: [], day: null }
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
