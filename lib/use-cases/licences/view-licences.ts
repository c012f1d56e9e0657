import { randomUUID } from 'node:crypto'
import type { Context } from '#lib/context'
import { listLicenceFacts } from '#lib/data/licence'
import { findStaffMember, type StaffMember } from '#lib/data/practice'
import { membershipWith } from '#lib/domain/access/actor'
import type { PracticeId } from '#lib/domain/ids'
import { type Licence, licencesFrom } from '#lib/domain/people/licences'
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
  const member = post && (await findStaffMember(tx, post.practiceId, input.staffMemberId))
  if (!post || !member) return refuse('not-found')
  const { practiceId, practiceName } = post
  const posts = { practiceIds: [practiceId], staffMemberIds: [member.id] }
  return ok({
    practiceId,
    practiceName,
    canAdminister: post.capabilities.includes('administer'),
    member,
    licences: licencesFrom((await listLicenceFacts(tx, posts)).get(member.id) ?? []),
    newLicenceId: randomUUID(),
    factId: randomUUID(),
  })
}
