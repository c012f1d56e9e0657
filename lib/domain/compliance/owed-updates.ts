import type { LocalDate } from '#lib/domain/calendar'
import type { History } from '#lib/domain/compliance/answer'
import { assessed } from '#lib/domain/compliance/assessment'
import type { TrackScope } from '#lib/domain/compliance/evidence'
import { standingAfter } from '#lib/domain/compliance/standing'

/** A materially changed version that the person has yet to be taught, of the track that keeps the person current. */
export type OwedVersion = { readonly version: number; readonly dueOn: LocalDate }

/**
 * All that is owed of one of the requirement's tracks on a day, the earliest version first: each of them taught something, so
 * that the last one alone does not make up for those before it. Empty where nothing is asked, or nothing was earned yet.
 */
export function owedVersions(history: History, track: TrackScope, asOf: LocalDate): readonly OwedVersion[] {
  const { counted, circumstances, duty } = assessed(history, asOf, undefined)
  if (duty.kind === 'not-required') return []
  const { earned, changes, reached } = standingAfter(counted, circumstances, asOf)
  if (earned?.track !== track) return []
  return changes
    .filter(
      (change) => change.kind === 'material' && change.track === track && change.version > reached[track],
    )
    .map(({ version, dueOn }) => ({ version, dueOn }))
    .toSorted((a, b) => a.version - b.version)
}
