import { to } from '#lib/web/address'

/** Of somebody from outside who reads one draft: the cookie says which, the address does not. */
export const outsideRoutes = {
  outsideReviewers: (practiceId: string, draftId: string) =>
    to`/authoring/${practiceId}/drafts/${draftId}/outside-reviewers`,
  outsideInvitations: (practiceId: string, draftId: string) =>
    to`/authoring/${practiceId}/drafts/${draftId}/outside-reviewers/invitations`,
  outsideWithdrawal: (practiceId: string, draftId: string, reviewerId: string) =>
    to`/authoring/${practiceId}/drafts/${draftId}/outside-reviewers/${reviewerId}/withdrawal`,
  outsideLink: (token: string) => to`/outside-review/${token}`,
  outsideEntry: (token: string) => to`/outside-review/${token}/entry`,
  outsideReview: to`/outside-review`,
  outsideBlock: (block: string) => to`/outside-review/parts/${block}`,
  outsideBlockComments: (block: string) => to`/outside-review/parts/${block}/comments`,
  outsidePicture: (name: string) => to`/outside-review/media/${name}`,
}
