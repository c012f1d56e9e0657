import { chainEntries } from '#lib/audit/chain-entries'
import type { Context } from '#lib/context'
import { appendAudit } from '#lib/data/audit'
import { insertEvidence } from '#lib/data/evidence'
import { findLicenceHolder } from '#lib/data/licence'
import { isOwnRecord } from '#lib/data/staff-count'
import { membershipWith } from '#lib/domain/access/actor'
import { localDateAt } from '#lib/domain/calendar'
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
  const holder = post && (await findLicenceHolder(tx, post.practiceId, whose))
  if (!post || !holder) return refuse('not-found')
  const { practiceId } = post
  const { member, licences } = holder
  const effectiveOn = localDateAt(now, post.timeZone)
  if (await isOwnRecord(tx, practiceId, member, actor.personId, effectiveOn)) return refuse('own-record')
  const staffMemberId = member.id
  const licence = licences.find(({ id }) => id === licenceId)
  if (!licence) return refuse('not-found')
  if (licence.proposal?.id !== proposalId) return refuse('licence-proposal-over')
  const id = derivedId('licence-proposal-declined', practiceId, proposalId)
  const details = { licenceId, proposalId }
  const fact = { id, staffMemberId, kind: 'licence-proposal-declined', effectiveOn, reason, details }
  await insertEvidence(tx, practiceId, actor.personId, [fact], now)
  const deed = { kind: 'licence-changed', staffMemberId, licenceId, change: 'proposal-declined' } as const
  await appendAudit(tx, practiceId, chainEntries({ actorPersonId: actor.personId, recordedAt: now }, [deed]))
  return ok(null)
}
