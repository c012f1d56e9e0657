import type { LocalDate } from '#lib/domain/calendar'
import type { AuthorityAnswer } from '#lib/domain/compliance/answer'
import { type Counted, ofKind } from '#lib/domain/compliance/counted-evidence'
import { externalCompletion, gainFrom } from '#lib/domain/compliance/earning'
import type { ExternalAccepted } from '#lib/domain/compliance/evidence'
import type { Circumstances } from '#lib/domain/compliance/obligation'
import type { Policy } from '#lib/domain/compliance/policy'
import { basisOn } from '#lib/domain/compliance/standing'
import type { Change } from '#lib/domain/compliance/supersession'

export type AuthorityFinding = {
  readonly answer: AuthorityAnswer
  /** The accepted evidence that an approved provider stands behind, where that was needed. */
  readonly evidence: { readonly place: number; readonly ids: readonly string[] } | null
}

/**
 * Whether the authority behind the policy accepts what was earned. An unverified profile never shows as met. A profile
 * that needs an approved provider is met only by evidence from elsewhere that names one and still counts by itself.
 */
export function authorityOn(
  day: LocalDate,
  isCovered: boolean,
  policy: Policy,
  counted: readonly Counted[],
  circumstances: Circumstances,
  changes: readonly Change[],
): AuthorityFinding {
  const { authority } = policy
  if (authority.kind === 'requirement-profile') {
    if (!authority.verified) return { answer: 'check-with-your-board', evidence: null }
    if (authority.approvedProviders !== null) {
      const approved = ofKind(counted, 'external-accepted').find(
        (each) =>
          authority.approvedProviders?.includes(each.event.provider) &&
          countsByItself(each, circumstances, changes, day),
      )
      const isMet = isCovered && approved !== undefined
      return isMet
        ? { answer: 'met', evidence: { place: counted.indexOf(approved), ids: approved.ids } }
        : { answer: 'not-met', evidence: null }
    }
  }
  return { answer: isCovered ? 'met' : 'not-met', evidence: null }
}

function countsByItself(
  external: Counted<ExternalAccepted>,
  circumstances: Circumstances,
  changes: readonly Change[],
  day: LocalDate,
): boolean {
  const basis = basisOn(circumstances, external.on)
  const completion = externalCompletion(external)
  const gain = basis.policy.externalAllowed && completion ? gainFrom(completion, null, basis, null) : null
  const isOvertaken = changes.some(
    (change) => change.kind === 'critical' && change.publishedOn > external.on && change.dueOn <= day,
  )
  return (
    gain !== null && !isOvertaken && (gain.earned.validThrough === null || day <= gain.earned.validThrough)
  )
}
