import { to } from '#lib/web/address'

/** Of the review of a draft; `block` is the key of a block. */
export const reviewRoutes = {
  draftDifferences: (practiceId: string, draftId: string) =>
    to`/authoring/${practiceId}/drafts/${draftId}/differences`,
  draftReview: (practiceId: string, draftId: string) => to`/authoring/${practiceId}/drafts/${draftId}/review`,
  draftBlock: (practiceId: string, draftId: string, block: string) =>
    to`/authoring/${practiceId}/drafts/${draftId}/review/${block}`,
  draftBlockComments: (practiceId: string, draftId: string, block: string) =>
    to`/authoring/${practiceId}/drafts/${draftId}/review/${block}/comments`,
  draftBlockSettlements: (practiceId: string, draftId: string, block: string) =>
    to`/authoring/${practiceId}/drafts/${draftId}/review/${block}/settlements`,
}
