import { randomUUID } from 'node:crypto'
import type { Context } from '#lib/context'
import { findLicenceHolder } from '#lib/data/licence'
import type { StaffMember } from '#lib/data/practice'
import { membershipWith } from '#lib/domain/access/actor'
import type { PracticeId } from '#lib/domain/ids'
import type { Licence } from '#lib/domain/people/licences'
import { ok, type Result, refuse } from '#lib/domain/result'

export type LicenceView = {
  readonly practiceId: PracticeId
  readonly practiceName: string
  readonly canAdminister: boolean
  readonly member: StaffMember
  readonly licence: Licence
  /** For whichever form of the page is sent: only one can be. */
  readonly factId: string
}

/** One licence, as its holder's manager sees it: the whole number, the history, and what the holder says. */
export async function viewLicence(
  { tx, actor }: Context,
  input: { practiceId: string; staffMemberId: string; licenceId: string },
): Promise<Result<LicenceView, 'not-found'>> {
  const post = membershipWith(actor, input.practiceId, 'manage')
  const holder = post && (await findLicenceHolder(tx, post.practiceId, input.staffMemberId))
  if (!post || !holder) return refuse('not-found')
  const { practiceId, practiceName } = post
  const { member, licences } = holder
  const licence = licences.find(({ id }) => id === input.licenceId)
  if (!licence) return refuse('not-found')
  const canAdminister = post.capabilities.includes('administer')
  return ok({ practiceId, practiceName, canAdminister, member, licence, factId: randomUUID() })
}
