import { addDays, addMonths, type LocalDate } from '#lib/domain/calendar'
import { bindsPeople } from '#lib/domain/compliance/published-changes'

/** The lesson that teaches a material change, in the module version that brings it. */
export type UpdateLesson = { readonly moduleVersionId: string; readonly lessonId: string }

/** What a new version of a track is to those who completed an earlier one. */
export type TrackChange = {
  readonly changeKind: string
  /** Of a material change the last day for the update; of a critical one the first day on which earlier work counts no more. */
  readonly dueOn: LocalDate | null
  readonly update: UpdateLesson | null
}

type OwnTrack = {
  readonly trackId: string
  readonly version: number
  readonly title: string
  readonly summary: string
  readonly moduleIds: readonly string[]
  readonly caseIds: readonly string[]
}

/** A module or a case of the practice's own in a version of its own, with what that version is to people. */
export type PartChange = TrackChange & {
  readonly kind: 'module' | 'case'
  /** The module's or the case's. */
  readonly partId: string
  readonly version: number
}

export type NextTrackVersion = {
  readonly id: string
  readonly version: number
  readonly title: string
  readonly summary: string
  readonly modules: readonly string[]
  readonly cases: readonly string[]
  readonly changeKind: string
  readonly change: TrackChange
}

/** The tracks of which the new version of a part makes another version. A first version stands in no track yet. */
export function tracksHolding<Track extends OwnTrack>(
  tracks: readonly Track[],
  { kind, partId, version }: Pick<PartChange, 'kind' | 'partId' | 'version'>,
): readonly Track[] {
  if (version === 1) return []
  return tracks.filter(({ moduleIds, caseIds }) => (kind === 'module' ? moduleIds : caseIds).includes(partId))
}

/** The next version of each track that holds the part, the same but for it. `tracks` are the newest versions. */
export function nextVersions(tracks: readonly OwnTrack[], part: PartChange): readonly NextTrackVersion[] {
  const { changeKind, dueOn, update } = changeOf(part)
  return tracksHolding(tracks, part).map(({ trackId, version, title, summary, moduleIds, caseIds }) => ({
    id: trackId,
    version: version + 1,
    title,
    summary,
    modules: moduleIds,
    cases: caseIds,
    changeKind,
    change: { changeKind, dueOn, update },
  }))
}

/** With nothing that its kind does not ask for: only a material change is taught by a lesson, only what binds has a day. */
export function changeOf({ changeKind, dueOn, update }: TrackChange): TrackChange {
  const kind = changeKind === 'initial' ? 'clarifying' : changeKind
  return {
    changeKind: kind,
    dueOn: bindsPeople(kind) ? dueOn : null,
    update: kind === 'material' ? update : null,
  }
}

export type ChangeDayProblem = 'change-day-missing' | 'change-day-out-of-range'

/** The day that stands in the form before anybody chose one. */
export const usualChangeDay = (today: LocalDate): LocalDate => addDays(today, 30)
/** The last one that may be chosen. */
export const lastChangeDay = (today: LocalDate): LocalDate => addMonths(today, 12)

/** What is wrong with the day of a change; null where its kind asks for none. Today and the same day of next year are both allowed. */
export function problemOfChangeDay(
  { changeKind, dueOn }: Pick<TrackChange, 'changeKind' | 'dueOn'>,
  today: LocalDate,
): ChangeDayProblem | null {
  if (!bindsPeople(changeKind)) return null
  if (dueOn === null) return 'change-day-missing'
  return dueOn < today || dueOn > lastChangeDay(today) ? 'change-day-out-of-range' : null
}
