import { randomUUID } from 'node:crypto'
import type { Context } from '#lib/context'
import { historyOf, listRequirements, listStatusEvents } from '#lib/data/compliance-history'
import { findStaffMember, type StaffMember } from '#lib/data/practice'
import { type Membership, membershipWith } from '#lib/domain/access/actor'
import { localDateAt } from '#lib/domain/calendar'
import { complianceStatus } from '#lib/domain/compliance/compliance-status'
import { allowsExternal, approvedProvidersIn } from '#lib/domain/external/preview-external'
import type { PracticeId, RequirementId } from '#lib/domain/ids'
import { ok, type Result, refuse } from '#lib/domain/result'

type Choice = { readonly id: RequirementId; readonly name: string; readonly takesExternal: boolean }

export type ExternalForm = {
  /** New for each form that is shown. */
  readonly externalId: string
  readonly practiceId: PracticeId
  readonly practiceName: string
  readonly canAdminister: boolean
  /** Whose training it is, where a manager records it. */
  readonly member: StaffMember | null
  /** Whether the person works somewhere else too, from where a certificate needs no file: it can be shared. */
  readonly mayShare: boolean
  /** What the practice asks of the person. */
  readonly requirements: readonly Choice[]
  /** The names that an authority's list has, as suggestions. */
  readonly providers: readonly string[]
}

/** What is asked of whoever records training from elsewhere: their own, or as a manager somebody's. */
export async function viewExternalForm(
  context: Context,
  input: { practiceId: string; staffMemberId?: string },
): Promise<Result<ExternalForm, 'not-found'>> {
  const { tx, now } = context
  const post = postFor(context, input)
  if (!post) return refuse('not-found')
  const { practiceId, practiceName, timeZone } = post
  const member =
    input.staffMemberId === undefined ? null : await findStaffMember(tx, practiceId, input.staffMemberId)
  if (member === undefined) return refuse('not-found')
  const staffMemberId = member?.id ?? post.staffMemberId
  const today = localDateAt(now, timeZone)
  const requirements = await listRequirements(tx, [practiceId])
  const events = (await listStatusEvents(tx, [practiceId], staffMemberId)).get(staffMemberId)
  const asked = requirements.filter((requirement) => {
    const { status, because } = complianceStatus(historyOf(timeZone, requirement, events), today)
    // One that begins later takes what was done before it, too.
    return status !== 'not-required' || because.rule === 'no-policy-in-force'
  })
  return ok({
    externalId: randomUUID(),
    practiceId,
    practiceName,
    canAdminister: post.capabilities.includes('administer'),
    member,
    mayShare: member === null && context.actor.memberships.length > 1,
    requirements: asked.map(({ id, name, policies }) => {
      return { id, name, takesExternal: allowsExternal(policies, today, today) }
    }),
    providers: approvedProvidersIn(asked.flatMap(({ policies }) => policies)),
  })
}

/** A manager's post where somebody is named; otherwise the actor's own. */
function postFor(
  { actor }: Context,
  { practiceId, staffMemberId }: { practiceId: string; staffMemberId?: string },
): Membership | undefined {
  if (staffMemberId !== undefined) return membershipWith(actor, practiceId, 'manage')
  return actor.memberships.find((post) => post.practiceId === practiceId)
}
