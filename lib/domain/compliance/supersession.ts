import { addDays, type LocalDate } from '#lib/domain/calendar'
import type { Counted } from '#lib/domain/compliance/counted-evidence'
import type { Completion, Earned, Gain } from '#lib/domain/compliance/earning'
import type { Superseded } from '#lib/domain/compliance/evidence'

/** A change of content that binds holders of earlier versions (rule 9). */
export type Change = {
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
  return { version: event.version, kind: event.change, publishedOn, dueOn: event.dueOn, ids }
}

/**
 * A critical change on what was earned: valid through the day before the stated date, which is then also the day from
 * which months are counted. Null where the change does not reach it.
 */
export function cutBy(change: Change, earned: Earned): Earned | null {
  if (change.kind !== 'critical' || earned.version >= change.version) return null
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

/** Of the material changes whose version nobody can show yet, the one owed first. */
export function findOwedUpdate(changes: readonly Change[], reachedVersion: number): Change | null {
  const owed = changes.filter((change) => change.kind === 'material' && change.version > reachedVersion)
  return owed.reduce<Change | null>((best, each) => (best && best.dueOn <= each.dueOn ? best : each), null)
}
