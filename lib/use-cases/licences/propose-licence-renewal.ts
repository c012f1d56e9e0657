import { chainEntries } from '#lib/audit/chain-entries'
import type { Context } from '#lib/context'
import { appendAudit } from '#lib/data/audit'
import { insertEvidence } from '#lib/data/evidence'
import { listLicenceFacts } from '#lib/data/licence'
import { type Membership, postsOf } from '#lib/domain/access/actor'
import { type LocalDate, localDateAt } from '#lib/domain/calendar'
import { type Licence, licencesFrom, renewalFault } from '#lib/domain/people/licences'
import { ok, type Result, refuse } from '#lib/domain/result'
import { derivedId } from '#lib/system/derived-id'

export type ProposeLicenceRenewalRefusal =
  | 'not-found'
  | 'licence-over'
  | 'licence-renewal-unlikely'
  | 'licence-renewal-same'

/** What the holder says is the day on which their licence renews. It changes nothing until a manager records it. */
export async function proposeLicenceRenewal(
  context: Context,
  input: { licenceId: string; renewsOn: LocalDate },
): Promise<Result<null, ProposeLicenceRenewalRefusal>> {
  const { tx, now, actor } = context
  const found = await ownLicence(context, input.licenceId)
  if (!found) return refuse('not-found')
  const { post, licence } = found
  const { practiceId, staffMemberId } = post
  const effectiveOn = localDateAt(now, post.timeZone)
  const refusal = refusalOf(licence, input.renewsOn, effectiveOn)
  if (refusal) return refuse(refusal)
  const { id: licenceId, history } = licence
  // Sent twice it is one proposal: what stood before it is the same.
  const id = derivedId('licence-proposed', practiceId, licenceId, history[0]?.id ?? '', input.renewsOn)
  const details = { licenceId, dueOn: input.renewsOn }
  const fact = { id, staffMemberId, kind: 'licence-renewal-proposed', effectiveOn, details }
  const written = await insertEvidence(tx, practiceId, actor.personId, [fact], now)
  if (written === 0) return ok(null)
  const deed = { kind: 'licence-changed', staffMemberId, licenceId, change: 'renewal-proposed' } as const
  await appendAudit(tx, practiceId, chainEntries({ actorPersonId: actor.personId, recordedAt: now }, [deed]))
  return ok(null)
}

function refusalOf(
  { endedOn, proposal, renewsOn }: Licence,
  proposed: LocalDate,
  today: LocalDate,
): ProposeLicenceRenewalRefusal | undefined {
  if (endedOn !== null) return 'licence-over'
  if (renewalFault(proposed, today)) return 'licence-renewal-unlikely'
  return (proposal?.dueOn ?? renewsOn) === proposed ? 'licence-renewal-same' : undefined
}

async function ownLicence(
  { tx, actor }: Context,
  licenceId: string,
): Promise<{ readonly post: Membership; readonly licence: Licence } | undefined> {
  const facts = await listLicenceFacts(tx, postsOf(actor))
  const found = actor.memberships.flatMap((post) => {
    const licence = licencesFrom(facts.get(post.staffMemberId) ?? []).find(({ id }) => id === licenceId)
    return licence ? [{ post, licence }] : []
  })
  return found[0]
}
