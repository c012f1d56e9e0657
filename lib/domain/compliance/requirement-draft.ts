import type { Instant, LocalDate } from '#lib/domain/calendar'
import { defaultTerms, type Policy } from '#lib/domain/compliance/policy'
import type { Role } from '#lib/domain/people/roles'

/** What a practice answers when it asks its staff for a track. */
export type RequirementDraft = {
  readonly trackId: string
  /** Empty: everyone. */
  readonly roles: readonly Role[]
  readonly rhythm:
    | { readonly cadence: 'once' }
    | { readonly cadence: 'rolling'; readonly periodMonths: number }
  /** From the later of the hire, the role and the requirement's own first day. */
  readonly firstDueDays: number
  /** How long before the due date renewal opens. Nothing is renewed where the cadence is `once`. */
  readonly windowMonths: number
  readonly graceDays: number
  readonly returnDays: number
  readonly attemptLimit: number
}

type Version = { readonly id: string; readonly effectiveOn: LocalDate; readonly recordedAt: Instant }

/** The policy that the answers make. */
export function policyOfDraft(draft: RequirementDraft, version: Version): Policy {
  const { roles, rhythm, firstDueDays, windowMonths, graceDays, returnDays } = draft
  return {
    ...defaultTerms,
    ...version,
    ...rhythm,
    audience: roles.length === 0 ? 'everyone' : { roles },
    firstDue: { days: firstDueDays, notBefore: null },
    window: { months: windowMonths },
    graceDays,
    returnDays,
  }
}
