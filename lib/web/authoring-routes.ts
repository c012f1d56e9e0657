import { to } from '#lib/web/address'

/** Of what a practice writes itself: its modules with their drafts, and its tracks. */
export const authoringRoutes = {
  authoring: (practiceId: string) => to`/authoring/${practiceId}`,
  newModule: (practiceId: string) => to`/authoring/${practiceId}/modules/new`,
  ownModules: (practiceId: string) => to`/authoring/${practiceId}/modules`,
  moduleCopies: (practiceId: string) => to`/authoring/${practiceId}/copies`,
  draft: (practiceId: string, draftId: string) => to`/authoring/${practiceId}/drafts/${draftId}`,
  draftFacts: (practiceId: string, draftId: string) => to`/authoring/${practiceId}/drafts/${draftId}/facts`,
  draftOutline: (practiceId: string, draftId: string) =>
    to`/authoring/${practiceId}/drafts/${draftId}/outline`,
  draftTitles: (practiceId: string, draftId: string) => to`/authoring/${practiceId}/drafts/${draftId}/titles`,
  draftChecks: (practiceId: string, draftId: string) => to`/authoring/${practiceId}/drafts/${draftId}/checks`,
  draftEvents: (practiceId: string, draftId: string) => to`/authoring/${practiceId}/drafts/${draftId}/events`,
  draftImpact: (practiceId: string, draftId: string) => to`/authoring/${practiceId}/drafts/${draftId}/impact`,
  draftPublication: (practiceId: string, draftId: string) =>
    to`/authoring/${practiceId}/drafts/${draftId}/publication`,
  draftTranslationRemovals: (practiceId: string, draftId: string) =>
    to`/authoring/${practiceId}/drafts/${draftId}/translations/removals`,
  ownTracks: (practiceId: string) => to`/authoring/${practiceId}/tracks`,
  newTrack: (practiceId: string) => to`/authoring/${practiceId}/tracks/new`,
  ownTrack: (practiceId: string, trackId: string) => to`/authoring/${practiceId}/tracks/${trackId}`,
  ownTrackVersions: (practiceId: string, trackId: string) =>
    to`/authoring/${practiceId}/tracks/${trackId}/versions`,
}
