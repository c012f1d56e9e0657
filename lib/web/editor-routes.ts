import { to } from '#lib/web/address'

/** Of the editor of a lesson; `lesson` is the name of its file, without the ending. */
export const editorRoutes = {
  lessonDraft: (practiceId: string, draftId: string, lesson: string) =>
    to`/authoring/${practiceId}/drafts/${draftId}/lessons/${lesson}`,
  lessonDraftAbout: (practiceId: string, draftId: string, lesson: string) =>
    to`/authoring/${practiceId}/drafts/${draftId}/lessons/${lesson}/about`,
  lessonDraftText: (practiceId: string, draftId: string, lesson: string) =>
    to`/authoring/${practiceId}/drafts/${draftId}/lessons/${lesson}/text`,
  lessonDraftChanges: (practiceId: string, draftId: string, lesson: string) =>
    to`/authoring/${practiceId}/drafts/${draftId}/lessons/${lesson}/changes`,
  lessonDraftPreview: (practiceId: string, draftId: string, lesson: string) =>
    to`/authoring/${practiceId}/drafts/${draftId}/lessons/${lesson}/preview`,
}
