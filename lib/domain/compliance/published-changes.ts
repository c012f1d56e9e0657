import { type Instant, type LocalDate, localDateAt } from '#lib/domain/calendar'
import type { Superseded } from '#lib/domain/compliance/evidence'

/** Whether the change names a day by which, or on which, something becomes of people. */
export const bindsPeople = (kind: string): kind is 'material' | 'critical' =>
  kind === 'material' || kind === 'critical'

/** A later version of a practice's own track, as published: it never changes. */
export type PublishedVersion = {
  readonly trackId: string
  /** From 2 on: a first version takes the place of nothing. */
  readonly version: number
  readonly changeKind: string
  readonly publishedAt: Instant
  readonly dueOn: LocalDate | null
}

type Tracks = { readonly trackId: string; readonly renewalTrackId: string | null }

/**
 * What the versions of a requirement's one or two tracks say to everybody of whom it asks: a fact of the day of publication in
 * the practice's zone, known since that moment. Those of the track to renew with are counted apart.
 */
export function supersededBy(
  versions: readonly PublishedVersion[],
  { trackId: initial, renewalTrackId: renewal }: Tracks,
  zone: string,
): readonly Superseded[] {
  return versions.flatMap((published): readonly Superseded[] => {
    const { trackId, version, changeKind, publishedAt, dueOn } = published
    if (trackId !== initial && trackId !== renewal) return []
    const fact = {
      kind: 'superseded',
      id: `${trackId}@${version}`,
      recordedAt: publishedAt,
      effectiveOn: localDateAt(publishedAt, zone),
      at: publishedAt,
      version,
      ...(trackId !== initial && { scope: 'renewal' as const }),
    } as const
    if (!bindsPeople(changeKind) || dueOn === null)
      return [{ ...fact, change: changeKind === 'editorial' ? 'editorial' : 'clarifying' }]
    return [{ ...fact, change: changeKind, dueOn }]
  })
}
