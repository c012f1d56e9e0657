import { earlierOf, type Instant, type LocalDate } from '#lib/domain/calendar'
import type { History } from '#lib/domain/compliance/answer'
import { assessed } from '#lib/domain/compliance/assessment'
import { basisOn } from '#lib/domain/compliance/basis'
import { findExtension } from '#lib/domain/compliance/cycle'
import { type Completion, gainFrom, opensOn } from '#lib/domain/compliance/earning'
import { findSpellOn } from '#lib/domain/compliance/spells'
import { standingAfter } from '#lib/domain/compliance/standing'

/** What completing the track on a day would give. `earns-nothing`: before the window, under a policy that credits none. */
export type CompletionPreview =
  | { readonly kind: 'earns'; readonly validThrough: LocalDate | null }
  | { readonly kind: 'earns-nothing'; readonly opensOn: LocalDate }
  | { readonly kind: 'not-employed' }
  | { readonly kind: 'no-policy' }

/**
 * Stated on screen before the person starts (rule 1): what completing the latest version on `on`, after everything
 * else that counts by then, would earn. `validThrough` is null for what never ends.
 */
export function previewCompletion(history: History, on: LocalDate, knownAt?: Instant): CompletionPreview {
  const { counted, versions, circumstances } = assessed(history, on, knownAt)
  if (versions.length === 0) return { kind: 'no-policy' }
  if (!findSpellOn(circumstances.employment, on)) return { kind: 'not-employed' }
  const { earned, cycle } = standingAfter(counted, circumstances, on)
  const basis = basisOn(circumstances, on)
  const extendedTo = findExtension(cycle, earned, basis)?.to ?? null
  const gain = gainFrom(latestVersionOn(on), earned, basis, extendedTo)
  if (gain) return { kind: 'earns', validThrough: gain.earned.validThrough }
  const opens = earned && opensOn(earned, basis.policy)
  return opens ? { kind: 'earns-nothing', opensOn: opens } : { kind: 'earns', validThrough: null }
}

/**
 * The same for several requirements that one completion serves: through the earliest of their days, so that no screen and no
 * certificate says that something counts on a day on which one of them asks for more. What has no end is later than any day.
 * Where it earns something for none of them, the first one speaks.
 */
export function previewTogether(histories: readonly History[], on: LocalDate): CompletionPreview {
  const previews = histories.map((history) => previewCompletion(history, on))
  const earned = previews.filter((preview) => preview.kind === 'earns')
  if (earned.length === 0) return previews[0] ?? { kind: 'no-policy' }
  const [first, ...rest] = earned.flatMap(({ validThrough }) => validThrough ?? [])
  return { kind: 'earns', validThrough: first ? rest.reduce(earlierOf, first) : null }
}

function latestVersionOn(on: LocalDate): Completion {
  return {
    on,
    at: null,
    version: Number.POSITIVE_INFINITY,
    ids: [],
    closedBy: '',
    statedThrough: null,
    renewsOnly: false,
  }
}
