import type { Context } from '#lib/context'
import { findState, listProfiles } from '#lib/data/requirement-choices'
import { membershipWith } from '#lib/domain/access/actor'
import { profileIn, type RequirementProfile } from '#lib/domain/curriculum/requirement-profile'
import type { PracticeId } from '#lib/domain/ids'
import { ok, type Result, refuse } from '#lib/domain/result'

export type ProfilesView = {
  readonly practiceId: PracticeId
  readonly practiceName: string
  readonly canAdminister: boolean
  /** The practice's own state first, then by its letters. */
  readonly states: readonly { readonly state: string; readonly profiles: readonly RequirementProfile[] }[]
}

/** What every state asks, as far as we know it: information, and no legal advice. */
export async function viewProfiles(
  { tx, actor, language }: Context,
  input: { practiceId: string },
): Promise<Result<ProfilesView, 'not-found'>> {
  const post = membershipWith(actor, input.practiceId, 'manage')
  if (!post) return refuse('not-found')
  const { practiceId, practiceName, capabilities } = post
  const own = await findState(tx, practiceId)
  const profiles = (await listProfiles(tx)).map((profile) => profileIn(profile, language))
  const states = [...Map.groupBy(profiles, ({ state }) => state)]
    .map(([state, each]) => ({ state, profiles: each }))
    .toSorted((a, b) => Number(b.state === own) - Number(a.state === own) || a.state.localeCompare(b.state))
  return ok({ practiceId, practiceName, canAdminister: capabilities.includes('administer'), states })
}
