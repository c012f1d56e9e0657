import { chainEntries } from '#lib/audit/chain-entries'
import type { Context } from '#lib/context'
import { appendAudit } from '#lib/data/audit'
import { insertEvidence } from '#lib/data/evidence'
import { listLicenceFacts } from '#lib/data/licence'
import { findStaffMember } from '#lib/data/practice'
import { isOwnRecord } from '#lib/data/staff-count'
import { membershipWith } from '#lib/domain/access/actor'
import { localDateAt } from '#lib/domain/calendar'
import { licencesFrom } from '#lib/domain/people/licences'
import { ok, type Result, refuse } from '#lib/domain/result'
import { derivedId } from '#lib/system/derived-id'

export type DeclineLicenceProposalRefusal = 'not-found' | 'own-record' | 'licence-proposal-over'

type Input = {
  readonly practiceId: string
  readonly staffMemberId: string
  readonly licenceId: string
  readonly proposalId: string
  readonly reason: string
}

/** Says no to the date that the holder proposed, with a reason that the holder reads. */
export async function declineLicenceProposal(
  { tx, now, actor }: Context,
  { practiceId: where, staffMemberId: whose, licenceId, proposalId, reason }: Input,
): Promise<Result<null, DeclineLicenceProposalRefusal>> {
  const post = membershipWith(actor, where, 'manage')
  const member = post && (await findStaffMember(tx, post.practiceId, whose))
  if (!post || !member) return refuse('not-found')
  if (await isOwnRecord(tx, post.practiceId, member, actor.personId, localDateAt(now, post.timeZone)))
    return refuse('own-record')
  const { practiceId } = post
  const staffMemberId = member.id
  const posts = { practiceIds: [practiceId], staffMemberIds: [staffMemberId] }
  const licences = licencesFrom((await listLicenceFacts(tx, posts)).get(staffMemberId) ?? [])
  const licence = licences.find(({ id }) => id === licenceId)
  if (!licence) return refuse('not-found')
  if (licence.proposal?.id !== proposalId) return refuse('licence-proposal-over')
  const id = derivedId('licence-proposal-declined', practiceId, proposalId)
  const effectiveOn = localDateAt(now, post.timeZone)
  const details = { licenceId, proposalId }
  const fact = { id, staffMemberId, kind: 'licence-proposal-declined', effectiveOn, reason, details }
  await insertEvidence(tx, practiceId, actor.personId, [fact], now)
  const deed = { kind: 'licence-changed', staffMemberId, licenceId, change: 'proposal-declined' } as const
  await appendAudit(tx, practiceId, chainEntries({ actorPersonId: actor.personId, recordedAt: now }, [deed]))
  return ok(null)
}
