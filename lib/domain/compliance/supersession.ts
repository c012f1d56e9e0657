import { addDays, type LocalDate } from '#lib/domain/calendar'
import type { Counted } from '#lib/domain/compliance/counted-evidence'
import type { Completion, Earned, Gain } from '#lib/domain/compliance/earning'
import { type Superseded, scopeOf, type TrackScope } from '#lib/domain/compliance/evidence'

/** A change of content that binds holders of earlier versions (rule 9). */
export type Change = {
  /** Counted for each track apart. */
  readonly track: TrackScope
  readonly version: number
  readonly kind: 'material' | 'critical'
  readonly publishedOn: LocalDate
  readonly dueOn: LocalDate
  readonly ids: readonly string[]
}

/** Null for editorial and clarifying changes: they bind nobody. */
export function findChange(superseded: Counted<Superseded>): Change | null {
  const { event, on: publishedOn, ids } = superseded
  if (event.change !== 'material' && event.change !== 'critical') return null
  const { version, change: kind, dueOn } = event
  return { track: scopeOf(event), version, kind, publishedOn, dueOn, ids }
}

/**
 * A critical change on what was earned: valid through the day before the stated date, which is then also the day from
 * which months are counted. Null where the change does not reach it.
 */
export function cutBy(change: Change, earned: Earned): Earned | null {
  if (change.kind !== 'critical' || change.track !== earned.track) return null
  if (earned.version >= change.version) return null
  const lastDay = addDays(change.dueOn, -1)
  const isLonger = earned.validThrough === null || earned.validThrough > lastDay
  return isLonger
    ? { ...earned, anchor: lastDay, months: 0, validThrough: lastDay, keptFromOn: null, isProvisional: false }
    : null
}

/** A gain in a version that a critical change has already overtaken ends with that version, or never begins. */
export function limitedBy(
  changes: readonly Change[],
  gain: Gain,
  completion: Completion,
  before: Earned | null,
): { readonly gain: Gain; readonly ids: readonly string[] } | null {
  // Evidence from elsewhere answers only to what is published after it.
  const binding = completion.version === null ? [] : changes
  const cuts = binding.flatMap((change) => {
    const earned = cutBy(change, gain.earned)
    return earned ? [{ earned, change }] : []
  })
  const [first, ...rest] = cuts
  if (!first) return { gain, ids: [] }
  const cut = rest.reduce((best, each) => (each.change.dueOn < best.change.dueOn ? each : best), first)
  const through = cut.earned.validThrough ?? ''
  const isWorthless = through < completion.on || through <= (before?.validThrough ?? '')
  return isWorthless ? null : { gain: { ...gain, earned: cut.earned }, ids: cut.change.ids }
}

/** A version of each of the two tracks. */
export type Versions = Readonly<Record<TrackScope, number>>

export function withVersion(versions: Versions, track: TrackScope, version: number): Versions {
  return { ...versions, [track]: Math.max(versions[track], version) }
}

/**
 * Of the material changes whose version the person cannot show yet, the one owed first. Only changes of the track that keeps
 * the person current bind: whoever renewed with the other one is taught by that one.
 */
export function findOwedUpdate(
  changes: readonly Change[],
  reached: Versions,
  { track }: Earned,
): Change | null {
  const owed = changes.filter(
    (change) => change.kind === 'material' && change.track === track && change.version > reached[track],
  )
  return owed.reduce<Change | null>((best, each) => (best && best.dueOn <= each.dueOn ? best : each), null)
}
