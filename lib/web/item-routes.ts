import { to } from '#lib/web/address'

/** Of the quiz of a draft. */
export const itemRoutes = {
  quizDraft: (practiceId: string, draftId: string) => to`/authoring/${practiceId}/drafts/${draftId}/quiz`,
  newQuizItem: (practiceId: string, draftId: string, itemKind: string) =>
    to`/authoring/${practiceId}/drafts/${draftId}/quiz/new/${itemKind}`,
  newQuizItems: (practiceId: string, draftId: string, itemKind: string) =>
    to`/authoring/${practiceId}/drafts/${draftId}/quiz/new/${itemKind}/items`,
  quizItem: (practiceId: string, draftId: string, itemId: string) =>
    to`/authoring/${practiceId}/drafts/${draftId}/quiz/items/${itemId}`,
  quizItemText: (practiceId: string, draftId: string, itemId: string) =>
    to`/authoring/${practiceId}/drafts/${draftId}/quiz/items/${itemId}/text`,
  quizItemMoves: (practiceId: string, draftId: string, itemId: string) =>
    to`/authoring/${practiceId}/drafts/${draftId}/quiz/items/${itemId}/moves`,
  quizItemRemoval: (practiceId: string, draftId: string, itemId: string) =>
    to`/authoring/${practiceId}/drafts/${draftId}/quiz/items/${itemId}/removal`,
  quizItemRemovals: (practiceId: string, draftId: string, itemId: string) =>
    to`/authoring/${practiceId}/drafts/${draftId}/quiz/items/${itemId}/removals`,
  quizSettings: (practiceId: string, draftId: string) =>
    to`/authoring/${practiceId}/drafts/${draftId}/quiz/settings`,
  quizSettingsChanges: (practiceId: string, draftId: string) =>
    to`/authoring/${practiceId}/drafts/${draftId}/quiz/settings/changes`,
}
