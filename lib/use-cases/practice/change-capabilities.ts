import { chainEntries } from '#lib/audit/chain-entries'
import type { Context } from '#lib/context'
import { appendAudit } from '#lib/data/audit'
import { findStaffMember, lockStaff, type StaffMember, updateStaffMember } from '#lib/data/practice'
import { hasOtherAdministrator } from '#lib/data/staff-count'
import { type Capability, capabilities, type Membership, membershipWith } from '#lib/domain/access/actor'
import { localDateAt } from '#lib/domain/calendar'
import { ok, type Result, refuse } from '#lib/domain/result'

export type ChangeCapabilitiesRefusal =
  | 'not-found'
  | 'needs-administrator'
  | 'own-capabilities'
  | 'last-administrator'

type Input = {
  readonly practiceId: string
  readonly staffMemberId: string
  /** All that they may do from now on, beyond training, which everybody may take. */
  readonly capabilities: readonly Capability[]
}

/**
 * Says anew what somebody who works here may do. It holds at once, in sessions that are open too. Only an administrator says
 * so, nobody about themselves, and the practice never loses its last administrator.
 */
export async function changeCapabilities(
  context: Context,
  input: Input,
): Promise<Result<null, ChangeCapabilitiesRefusal>> {
  const { tx, now, actor } = context
  const post = membershipWith(actor, input.practiceId, 'manage')
  if (!post) return refuse('not-found')
  const { practiceId } = post
  await lockStaff(tx, practiceId)
  const member = await findStaffMember(tx, practiceId, input.staffMemberId)
  const today = localDateAt(now, post.timeZone)
  if (!member || (member.endedOn !== null && member.endedOn < today)) return refuse('not-found')
  const wanted = capabilities.filter((one) => one === 'train' || input.capabilities.includes(one))
  const refusal = await rightsRefusal(context, post, member, wanted)
  if (refusal) return refuse(refusal)
  const given = wanted.filter((one) => !member.capabilities.includes(one))
  const taken = member.capabilities.filter((one) => !wanted.includes(one))
  if (given.length + taken.length === 0) return ok(null)
  await updateStaffMember(tx, practiceId, { ...member, capabilities: wanted })
  const deed = { kind: 'capabilities-changed', staffMemberId: member.id, given, taken } as const
  await appendAudit(tx, practiceId, chainEntries({ actorPersonId: actor.personId, recordedAt: now }, [deed]))
  return ok(null)
}

async function rightsRefusal(
  { tx, now, actor }: Context,
  post: Membership,
  member: StaffMember,
  wanted: readonly Capability[],
): Promise<ChangeCapabilitiesRefusal | undefined> {
  // Read again under the lock: of two administrators who take each other's right at once, the second has none any more.
  const own = await findStaffMember(tx, post.practiceId, post.staffMemberId)
  if (!own?.capabilities.includes('manage')) return 'not-found'
  if (!(post.capabilities.includes('administer') && own.capabilities.includes('administer'))) {
    return 'needs-administrator'
  }
  if (member.personId === actor.personId) return 'own-capabilities'
  const staysAdministrator = !member.capabilities.includes('administer') || wanted.includes('administer')
  if (staysAdministrator) return undefined
  const today = localDateAt(now, post.timeZone)
  const staysCovered = await hasOtherAdministrator(tx, post.practiceId, member.id, today)
  return staysCovered ? undefined : 'last-administrator'
}
