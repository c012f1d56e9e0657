import { getLocale } from 'next-intl/server'
import {
  type PublishedProfile,
  profileIn,
  type RequirementProfile,
} from '#lib/domain/curriculum/requirement-profile'

type Choices = {
  readonly tracks: readonly {
    readonly id: string
    readonly title: string
    readonly modules: number
    readonly cases: number
    readonly minutes: number
  }[]
  readonly locations: readonly string[]
  readonly staff: readonly { readonly staffMemberId: string; readonly name: string; readonly role: string }[]
  readonly profiles: readonly PublishedProfile[]
  readonly state: string
}

/** What the questions offer: what the practice's own state asks of training, in the reader's language. */
export async function choicesShown({ tracks, locations, staff, profiles, state }: Choices) {
  const own = profiles.filter((profile) => profile.state === state && profile.duty !== 'sign')
  return { tracks, locations, staff, profiles: await Promise.all(own.map(profileShown)) }
}

/** In the reader's language. */
export async function profileShown(profile: PublishedProfile): Promise<RequirementProfile> {
  return profileIn(profile, (await getLocale()) === 'es' ? 'es' : 'en')
}
