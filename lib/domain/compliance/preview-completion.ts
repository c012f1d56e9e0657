import { addDays, earlierOf, type Instant, type LocalDate } from '#lib/domain/calendar'
import type { History } from '#lib/domain/compliance/answer'
import { assessed } from '#lib/domain/compliance/assessment'
import { basisOn } from '#lib/domain/compliance/basis'
import { lastDayFor } from '#lib/domain/compliance/cadence-dates'
import { findExtension } from '#lib/domain/compliance/cycle'
import { type Basis, type Completion, type Earned, gainFrom, opensOn } from '#lib/domain/compliance/earning'
import { findSpellOn } from '#lib/domain/compliance/spells'
import { standingAfter } from '#lib/domain/compliance/standing'

/**
 * Under a calendar: from the day after `lastOn` on, a completion counts to another date, `nextThrough`, if nothing else
 * happens until then.
 */
type Cliff = { readonly lastOn: LocalDate; readonly nextThrough: LocalDate }

/** What completing the track on a day would give. `earns-nothing`: before the window, under a policy that credits none. */
export type CompletionPreview =
  | { readonly kind: 'earns'; readonly validThrough: LocalDate | null; readonly cliff: Cliff | null }
  | { readonly kind: 'earns-nothing'; readonly opensOn: LocalDate }
  | { readonly kind: 'not-employed' }
  | { readonly kind: 'no-policy' }

/**
 * Stated on screen before the person starts (rule 1): what completing the latest version on `on`, after everything
 * else that counts by then, would earn, and how long one may wait for the same (case 6). `validThrough` is null for what
 * never ends.
 */
export function previewCompletion(history: History, on: LocalDate, knownAt?: Instant): CompletionPreview {
  const { counted, versions, circumstances } = assessed(history, on, knownAt)
  if (versions.length === 0) return { kind: 'no-policy' }
  if (!findSpellOn(circumstances.employment, on)) return { kind: 'not-employed' }
  const { earned, cycle } = standingAfter(counted, circumstances, on)
  const basis = basisOn(circumstances, on)
  const extendedTo = findExtension(cycle, earned, basis)?.to ?? null
  const gain = gainFrom(latestVersionOn(on), earned, basis, extendedTo)
  const opens = earned && opensOn(earned, basis.policy)
  if (gain) {
    const { validThrough } = gain.earned
    const turns = [opens, earned?.validThrough, extendedTo]
    return { kind: 'earns', validThrough, cliff: cliffAfter(on, validThrough, earned, basis, turns) }
  }
  return opens
    ? { kind: 'earns-nothing', opensOn: opens }
    : { kind: 'earns', validThrough: null, cliff: null }
}

/**
 * The first later day on which a completion counts to another date: past the minimum validity, in the window, or late.
 * Without a calendar every day gives another date, and nothing needs saying.
 */
function cliffAfter(
  on: LocalDate,
  validThrough: LocalDate | null,
  earned: Earned | null,
  basis: Basis,
  [opens, baselineOn, extendedTo]: readonly (LocalDate | null | undefined)[],
): Cliff | null {
  if (!basis.dates || validThrough === null) return null
  const ends = [lastDayFor(basis.dates, on, validThrough), baselineOn, extendedTo]
  const turns = [opens, ...ends.map((end) => end && addDays(end, 1))].filter(
    (turn) => turn != null && turn > on,
  )
  for (const turn of turns.flatMap((each) => each ?? []).sort()) {
    const next = gainFrom(latestVersionOn(turn), earned, basis, extendedTo ?? null)?.earned.validThrough
    if (next && next !== validThrough) return { lastOn: addDays(turn, -1), nextThrough: next }
  }
  return null
}

/**
 * The same for several requirements that one completion serves: through the earliest of their days, so that no screen and no
 * certificate says that something counts on a day on which one of them asks for more. What has no end is later than any day.
 * Where it earns something for none of them, the first one speaks. How long one may wait is said where only one asks.
 */
export function previewTogether(histories: readonly History[], on: LocalDate): CompletionPreview {
  const previews = histories.map((history) => previewCompletion(history, on))
  const earned = previews.filter((preview) => preview.kind === 'earns')
  if (earned.length === 0) return previews[0] ?? { kind: 'no-policy' }
  const [first, ...rest] = earned.flatMap(({ validThrough }) => validThrough ?? [])
  const [only, ...others] = earned
  const cliff = only && others.length === 0 ? only.cliff : null
  return { kind: 'earns', validThrough: first ? rest.reduce(earlierOf, first) : null, cliff }
}

function latestVersionOn(on: LocalDate): Completion {
  return {
    on,
    at: null,
    version: Number.POSITIVE_INFINITY,
    ids: [],
    closedBy: '',
    statedThrough: null,
    track: 'initial',
  }
}
