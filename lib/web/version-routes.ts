import { to } from '#lib/web/address'

/** Of the versions of what a practice writes itself; `draftId` is one of them. */
export const versionRoutes = {
  nextVersion: (practiceId: string, draftId: string) =>
    to`/authoring/${practiceId}/drafts/${draftId}/next-version`,
  versionChange: (practiceId: string, draftId: string) =>
    to`/authoring/${practiceId}/drafts/${draftId}/change`,
  publicationPlanEnd: (practiceId: string, draftId: string) =>
    to`/authoring/${practiceId}/drafts/${draftId}/plan-end`,
}
