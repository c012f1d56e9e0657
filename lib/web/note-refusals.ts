import type { MoveNoteRefusal } from '#lib/use-cases/authoring/move-practice-note'
import type { WriteNoteRefusal } from '#lib/use-cases/authoring/write-practice-note'

export type NoteRefusal = MoveNoteRefusal | WriteNoteRefusal

/** The field that a refusal is about. */
export const noteFields = {
  'note-busy': 'noteText',
  'note-unreadable': 'noteText',
} as const satisfies Partial<Record<NoteRefusal, string>>
