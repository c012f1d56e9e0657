import { randomUUID } from 'node:crypto'
import type { Context } from '#lib/context'
import { findLicenceHolder } from '#lib/data/licence'
import type { StaffMember } from '#lib/data/practice'
import { membershipWith } from '#lib/domain/access/actor'
import type { PracticeId } from '#lib/domain/ids'
import type { Licence } from '#lib/domain/people/licences'
import { ok, type Result, refuse } from '#lib/domain/result'

export type LicencesView = {
  readonly practiceId: PracticeId
  readonly practiceName: string
  readonly canAdminister: boolean
  readonly member: StaffMember
  readonly licences: readonly Licence[]
  /** For the form of a new one. */
  readonly newLicenceId: string
  /** For whichever form of this page is sent: only one can be. */
  readonly factId: string
}

/** The licences of one person, as their manager sees them: whole numbers, history and what the person proposes. */
export async function viewLicences(
  { tx, actor }: Context,
  input: { practiceId: string; staffMemberId: string },
): Promise<Result<LicencesView, 'not-found'>> {
  const post = membershipWith(actor, input.practiceId, 'manage')
  const holder = post && (await findLicenceHolder(tx, post.practiceId, input.staffMemberId))
  if (!post || !holder) return refuse('not-found')
  const { practiceId, practiceName } = post
  return ok({
    practiceId,
    practiceName,
    canAdminister: post.capabilities.includes('administer'),
    ...holder,
    newLicenceId: randomUUID(),
    factId: randomUUID(),
  })
}
