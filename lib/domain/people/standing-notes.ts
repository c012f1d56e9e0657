import { addDays, type LocalDate } from '#lib/domain/calendar'
import type { ComplianceAnswer } from '#lib/domain/compliance/answer'
import { complianceStatus } from '#lib/domain/compliance/compliance-status'
import { findPolicyInForce, policyVersions } from '#lib/domain/compliance/policy-versions'
import type { Asked } from '#lib/domain/people/entries/entry'

/** Whom a requirement asks. A list that is not given asks any. */
export type Audience = {
  readonly roles?: readonly string[]
  readonly locations?: readonly string[]
  readonly employmentKinds?: readonly string[]
  readonly people?: readonly string[]
}

/** What a person's page says beside a status. */
export type StandingNote = {
  readonly requirementId: string
  /** Where a leave or an exemption decides: the first day after it, and what is true then as things stand. */
  readonly afterwards: { readonly on: LocalDate; readonly answer: ComplianceAnswer } | null
  /** Where the person is not among those who are asked: who is. */
  readonly asks: Audience | null
}

export function standingNotes(asked: readonly Asked[], today: LocalDate): readonly StandingNote[] {
  return asked.map(({ requirement, history }) => {
    const { because } = complianceStatus(history, today)
    const { excusedThrough, rule } = because
    const on = excusedThrough && addDays(excusedThrough, 1)
    const policy = findPolicyInForce(policyVersions(history.policies, today, undefined), today)
    const audience = policy === undefined || policy.audience === 'everyone' ? null : policy.audience
    return {
      requirementId: requirement.id,
      afterwards: on && { on, answer: complianceStatus(history, on) },
      asks: rule === 'outside-audience' ? audience : null,
    }
  })
}
