import { toDateColumn } from '#lib/data/dates'
import type { TrackChange } from '#lib/domain/authoring/holding-tracks'

/** What a track's version is to those who completed an earlier one, as its columns are called. */
export function changeColumns({ dueOn, update }: TrackChange) {
  return {
    dueOn: dueOn && toDateColumn(dueOn),
    updateModuleVersionId: update?.moduleVersionId ?? null,
    updateLessonId: update?.lessonId ?? null,
  }
}
