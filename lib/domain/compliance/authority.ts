import { endOfTime, type LocalDate } from '#lib/domain/calendar'
import type { AuthorityAnswer } from '#lib/domain/compliance/answer'
import type { Assessment } from '#lib/domain/compliance/assessment'
import { basisOn, placedOn } from '#lib/domain/compliance/basis'
import { type Counted, ofKind } from '#lib/domain/compliance/counted-evidence'
import { type Earned, externalCompletion, gainFrom } from '#lib/domain/compliance/earning'
import { type ExternalAccepted, scopeOf } from '#lib/domain/compliance/evidence'
import type { Circumstances } from '#lib/domain/compliance/obligation'
import type { Policy } from '#lib/domain/compliance/policy'
import type { Change } from '#lib/domain/compliance/supersession'

export type AuthorityFinding = {
  readonly answer: AuthorityAnswer
  /**
   * Where an approved provider was needed: the accepted evidence that one stands behind, or all that would count but for
   * critical changes, with those. `place`: of the first.
   */
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
    if (authority.approvedProviders !== null && isCovered) {
      return findApproved(authority.approvedProviders, counted, circumstances, changes, day)
    }
  }
  return { answer: isCovered ? 'met' : 'not-met', evidence: null }
}

function findApproved(
  providers: readonly string[],
  counted: readonly Counted[],
  circumstances: Circumstances,
  changes: readonly Change[],
  day: LocalDate,
): AuthorityFinding {
  const overtaken: { readonly place: number; readonly ids: readonly string[] }[] = []
  for (const external of ofKind(counted, 'external-accepted')) {
    if (!providers.includes(external.event.provider)) continue
    const alone = earnedAlone(external, circumstances)
    if (alone === null || (alone.earned.validThrough ?? endOfTime) < day) continue
    const place = counted.indexOf(external)
    const ids = [...external.ids, ...alone.ids]
    const overtaking = changes.find((change) => overtakes(change, external, day))
    if (!overtaking) return { answer: 'met', evidence: { place, ids } }
    overtaken.push({ place, ids: [...ids, ...overtaking.ids] })
  }
  const [first] = overtaken
  const evidence = first ? { place: first.place, ids: overtaken.flatMap(({ ids }) => ids) } : null
  return { answer: 'not-met', evidence }
}

/** The last days of the evidence that an approved provider stands behind. Empty where the policy asks for none. */
export function approvedThrough(
  { authority }: Policy,
  { counted, circumstances }: Pick<Assessment, 'counted' | 'circumstances'>,
): readonly LocalDate[] {
  const providers = authority.kind === 'requirement-profile' ? authority.approvedProviders : null
  if (providers === null) return []
  return ofKind(counted, 'external-accepted')
    .filter(({ event }) => providers.includes(event.provider))
    .flatMap((external) => earnedAlone(external, circumstances)?.earned.validThrough ?? [])
}

/** What the evidence earns with nothing before it, and the facts about the licence that place it. */
function earnedAlone(
  external: Counted<ExternalAccepted>,
  circumstances: Circumstances,
): { readonly earned: Earned; readonly ids: readonly string[] } | null {
  const { policy, dates } = basisOn(circumstances, external.on)
  const completion = externalCompletion(external)
  const gain =
    policy.externalAllowed && completion ? gainFrom(completion, null, { policy, dates }, null) : null
  if (gain === null) return null
  const known = circumstances.licences.find(({ on }) => on > external.on)
  const placed = known && placedOn(known.on, gain.earned, circumstances)
  return placed ?? { earned: gain.earned, ids: dates?.ids ?? [] }
}

function overtakes(
  { kind, track, publishedOn, dueOn }: Change,
  { event, on }: Counted<ExternalAccepted>,
  day: LocalDate,
): boolean {
  return kind === 'critical' && track === scopeOf(event) && publishedOn > on && dueOn <= day
}
