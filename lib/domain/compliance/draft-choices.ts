import type { RequirementDraft } from '#lib/domain/compliance/requirement-draft'
import type { PublishedProfile } from '#lib/domain/curriculum/requirement-profile'

/** What the answers of a requirement may name. */
type Choices = {
  readonly tracks: readonly { readonly id: string }[]
  readonly staff: readonly { readonly staffMemberId: string }[]
  readonly profiles: readonly PublishedProfile[]
}

export type ChoiceProblem =
  | 'track-unknown'
  | 'renewal-unknown'
  | 'person-unknown'
  | 'profile-unknown'
  | 'hours-and-test-out'

/** What an answer names that is not there (any more), or what does not go together; undefined where all is well. */
export function problemOfChoices(draft: RequirementDraft, choices: Choices): ChoiceProblem | undefined {
  const isTrack = (wanted: string) => choices.tracks.some(({ id }) => id === wanted)
  const isStaff = (wanted: string) => choices.staff.some(({ staffMemberId }) => staffMemberId === wanted)
  const { trackId, renewalTrackId, people = [], profileId } = draft
  if (!isTrack(trackId)) return 'track-unknown'
  if (renewalTrackId && (renewalTrackId === trackId || !isTrack(renewalTrackId))) return 'renewal-unknown'
  if (!people.every(isStaff)) return 'person-unknown'
  const profile = findProfile(draft, choices)
  if (profileId && !profile) return 'profile-unknown'
  // A rule that counts hours is met by time spent, which a skipped lesson is not.
  const countsHours = profile !== undefined && profile.hours !== null
  return countsHours && draft.assessment?.testOut ? 'hours-and-test-out' : undefined
}

/** The profile that the answers name as their authority; undefined for the practice's own policy. */
export function findProfile(
  { profileId }: Pick<RequirementDraft, 'profileId'>,
  { profiles }: Pick<Choices, 'profiles'>,
): PublishedProfile | undefined {
  return profiles.find(({ id }) => id === profileId)
}
