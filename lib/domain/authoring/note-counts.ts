import { type NoteText, noteStanding, noteTextState } from '#lib/domain/authoring/practice-note'

type PlacedText = NoteText & {
  readonly moduleId: string
  readonly lessonId: string
  readonly language: string
}

/** How the notes on one module stand. */
export type NoteCounts = {
  readonly shown: number
  /** Waiting for approval. */
  readonly waiting: number
  /** Shown or in the making, on lessons that the newest version no longer has. */
  readonly gone: number
}

export const noNotes: NoteCounts = { shown: 0, waiting: 0, gone: 0 }

/**
 * By module. @param texts of all notes, each note's in their order.
 * @param lessons that the newest versions have, as "m07 m07-l1".
 */
export function noteCounts(
  texts: readonly PlacedText[],
  lessons: ReadonlySet<string>,
): ReadonlyMap<string, NoteCounts> {
  const counts = new Map<string, NoteCounts>()
  const notes = Map.groupBy(texts, (text) => `${text.moduleId} ${text.lessonId} ${text.language}`)
  for (const note of notes.values()) {
    const [{ moduleId, lessonId } = { moduleId: '', lessonId: '' }] = note
    const { shown, next } = noteStanding(note)
    const before = counts.get(moduleId) ?? noNotes
    const isGone = (shown !== undefined || next !== undefined) && !lessons.has(`${moduleId} ${lessonId}`)
    counts.set(moduleId, {
      shown: before.shown + Number(shown !== undefined),
      waiting: before.waiting + Number(next !== undefined && noteTextState(next) === 'waiting'),
      gone: before.gone + Number(isGone),
    })
  }
  return counts
}
