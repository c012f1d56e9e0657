import type { SaveLessonDraftRefusal } from '#lib/use-cases/authoring/save-lesson-draft'

export type EditorRefusal = SaveLessonDraftRefusal

/** The field that a refusal is about. */
export const editorFields = {
  'lesson-changed-elsewhere': 'source',
  'lesson-too-large': 'source',
} as const satisfies Partial<Record<EditorRefusal, string>>
