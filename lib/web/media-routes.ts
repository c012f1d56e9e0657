import { to } from '#lib/web/address'

/** Of the pictures of a draft. */
export const mediaRoutes = {
  draftMedia: (practiceId: string, draftId: string) => to`/authoring/${practiceId}/drafts/${draftId}/media`,
  draftPicture: (practiceId: string, draftId: string, name: string) =>
    to`/authoring/${practiceId}/drafts/${draftId}/media/${name}`,
  draftUploads: (practiceId: string, draftId: string) =>
    to`/authoring/${practiceId}/drafts/${draftId}/media/uploads`,
  draftPictureRemovals: (practiceId: string, draftId: string) =>
    to`/authoring/${practiceId}/drafts/${draftId}/media/removals`,
}
