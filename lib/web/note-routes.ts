import { to } from '#lib/web/address'

/** Of what a practice puts at the end of lessons of the library. */
export const noteRoutes = {
  practiceNotes: (practiceId: string, moduleId: string) => to`/authoring/${practiceId}/notes/${moduleId}`,
  practiceNote: (practiceId: string, moduleId: string, lessonId: string, language: string) =>
    to`/authoring/${practiceId}/notes/${moduleId}/${lessonId}/${language}`,
  practiceNoteTexts: (practiceId: string, moduleId: string, lessonId: string, language: string) =>
    to`/authoring/${practiceId}/notes/${moduleId}/${lessonId}/${language}/texts`,
  practiceNoteDeeds: (practiceId: string, moduleId: string, lessonId: string, language: string) =>
    to`/authoring/${practiceId}/notes/${moduleId}/${lessonId}/${language}/deeds`,
}
