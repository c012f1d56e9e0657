import type { RequirementDraft } from '#lib/domain/compliance/requirement-draft'

/** A clause of a requirement's terms: the sentence that says it, its number, and the roles that it names. */
export type PolicyTerm = {
  readonly name:
    | 'everyone'
    | 'roles'
    | 'once'
    | 'rolling'
    | 'window'
    | 'firstDue'
    | 'grace'
    | 'attempts'
    | 'return'
  readonly number: number
  readonly roles: readonly string[]
}

type Terms = Omit<RequirementDraft, 'trackId' | 'roles'> & { readonly roles: readonly string[] }

/** What a requirement asks, clause by clause, in the order in which one would tell it. */
export function policyTerms(terms: Terms): readonly PolicyTerm[] {
  const { roles, rhythm } = terms
  const clause = (name: PolicyTerm['name'], number = 0) => ({ name, number, roles: [] })
  return [
    roles.length === 0 ? clause('everyone') : { ...clause('roles'), roles },
    ...(rhythm.cadence === 'once'
      ? [clause('once')]
      : [clause('rolling', rhythm.periodMonths), clause('window', terms.windowMonths)]),
    clause('firstDue', terms.firstDueDays),
    clause('grace', terms.graceDays),
    clause('return', terms.returnDays),
    clause('attempts', terms.attemptLimit),
  ]
}
