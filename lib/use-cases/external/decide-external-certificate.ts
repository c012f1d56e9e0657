import { chainEntries } from '#lib/audit/chain-entries'
import { verifyCertificate } from '#lib/audit/verify-certificate'
import type { Context } from '#lib/context'
import { appendAudit } from '#lib/data/audit'
import { findForVerification } from '#lib/data/certificate'
import { listRequirements, type RequirementRecord } from '#lib/data/compliance-history'
import { insertEvidence } from '#lib/data/evidence'
import {
  countManagers,
  insertExternalDecision,
  listExternalCertificates,
} from '#lib/data/external-certificate'
import { type Membership, membershipWith } from '#lib/domain/access/actor'
import { type LocalDate, localDateAt } from '#lib/domain/calendar'
import { takesProvider } from '#lib/domain/compliance/accepted-provider'
import type { ExternalEntry } from '#lib/domain/external/external-entry'
import { allowsExternal, approvedProvidersIn } from '#lib/domain/external/preview-external'
import { standingOf } from '#lib/domain/external/second-person'
import { vouchedFor } from '#lib/domain/external/shared-certificate'
import { providerAsListed } from '#lib/domain/external/statement'
import { ok, type Result, refuse } from '#lib/domain/result'
import { derivedId } from '#lib/system/derived-id'

export type DecideExternalRefusal =
  | 'not-found'
  | 'external-decided-already'
  | 'external-is-your-own'
  | 'external-recorded-by-you'
  | 'external-reason-alone'
  | 'external-reason-refused'
  | 'external-requirement-unknown'
  | 'external-not-allowed'
  | 'share-not-verified'
  | 'share-revoked'

type Input = {
  readonly practiceId: string
  readonly externalId: string
  readonly outcome: 'accepted' | 'refused'
  readonly reason: string | null
  /** Where it is to count. */
  readonly requirementIds: readonly string[]
}

/**
 * The second person's word about training done elsewhere, said once. Accepting writes the fact that the status engine
 * reads, one for each requirement that it is to count for.
 */
export async function decideExternalCertificate(
  context: Context,
  input: Input,
): Promise<Result<{ readonly outcome: Input['outcome'] }, DecideExternalRefusal>> {
  const { tx, now, actor } = context
  const post = membershipWith(actor, input.practiceId, 'manage')
  if (!post) return refuse('not-found')
  const { practiceId } = post
  const wanted = { practiceIds: [practiceId], id: input.externalId, seenBy: 'practice', limit: 1 } as const
  const [entry] = await listExternalCertificates(tx, wanted)
  if (!entry) return refuse('not-found')
  const person = await decidingPerson(context, post, entry, input)
  if (typeof person === 'string') return refuse(person)
  const today = localDateAt(now, post.timeZone)
  const counted = input.outcome === 'accepted' ? await countedFor(context, entry, input, today) : []
  if (typeof counted === 'string') return refuse(counted)
  const { outcome, reason } = input
  const decision = { certificateId: entry.id, outcome, reason, alone: person.alone }
  const isFirst = await insertExternalDecision(tx, practiceId, actor.personId, decision, now)
  if (!isFirst) return refuse('external-decided-already')
  const facts = counted.map((requirement) => factOf(entry, requirement, reason))
  if (facts.length > 0) await insertEvidence(tx, practiceId, actor.personId, facts, now)
  const { staffMemberId, id: externalId } = entry
  const deed = { kind: 'external-certificate-decided', staffMemberId, externalId, outcome } as const
  const entries = chainEntries({ actorPersonId: actor.personId, recordedAt: now }, [
    { ...deed, alone: person.alone },
  ])
  await appendAudit(tx, practiceId, entries)
  return ok({ outcome })
}

/** Whether the actor is a second person, or the only one there is, and said why. */
async function decidingPerson(
  { tx, now, actor }: Context,
  { practiceId, timeZone }: Membership,
  { personId, recordedBy, decision }: ExternalEntry,
  { outcome, reason }: Input,
): Promise<{ readonly alone: boolean } | DecideExternalRefusal> {
  if (decision !== null) return 'external-decided-already'
  const managers = await countManagers(tx, practiceId, localDateAt(now, timeZone))
  const standing = standingOf({ decider: actor.personId, subject: personId, recordedBy, managers })
  if (outcome === 'refused' && reason === null) return 'external-reason-refused'
  switch (standing) {
    case 'is-about-them':
      return 'external-is-your-own'
    case 'recorded-it':
      return 'external-recorded-by-you'
    case 'may-decide':
      return { alone: false }
    case 'may-decide-alone':
      return reason === null ? 'external-reason-alone' : { alone: true }
  }
}

/** The requirements that it is to count for, if all of them take it and, where it was shared, its signature holds. */
async function countedFor(
  { tx, settings }: Context,
  entry: ExternalEntry,
  input: Input,
  today: LocalDate,
): Promise<readonly RequirementRecord[] | DecideExternalRefusal> {
  const requirements = await listRequirements(tx, [entry.practiceId])
  const chosen = requirements.filter(({ id }) => input.requirementIds.includes(id))
  if (chosen.length === 0) return 'external-requirement-unknown'
  const isTaken = (each: RequirementRecord) =>
    allowsExternal(each.policies, entry.completedOn, today) &&
    takesProvider(each, entry.provider, entry.completedOn, today)
  if (!chosen.every(isTaken)) return 'external-not-allowed'
  if (entry.source !== 'practice') return chosen
  const found = await findForVerification(tx, entry.certificateNumber)
  const signed = found && (await verifyCertificate(found.signature, entry.certificateNumber, settings))
  if (!signed || !vouchedFor(entry, signed)) return 'share-not-verified'
  return found.revoked ? 'share-revoked' : chosen
}

function factOf(
  entry: ExternalEntry,
  { id: requirementId, policies }: RequirementRecord,
  reason: string | null,
) {
  const { id: certificateId, staffMemberId, completedOn, validThrough, recordedBy, practiceId } = entry
  return {
    id: derivedId('external-accepted', practiceId, certificateId, requirementId),
    staffMemberId,
    requirementId,
    kind: 'external-accepted',
    effectiveOn: completedOn,
    ...(reason !== null && { reason }),
    details: {
      provider: providerAsListed(entry.provider, approvedProvidersIn(policies)),
      ...(validThrough && { validThrough }),
      certificateId,
      recordedBy,
    },
  }
}
