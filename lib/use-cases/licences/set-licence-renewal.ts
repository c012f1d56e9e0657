import { chainEntries } from '#lib/audit/chain-entries'
import type { Context } from '#lib/context'
import { appendAudit } from '#lib/data/audit'
import { insertEvidence } from '#lib/data/evidence'
import { findLicenceHolder } from '#lib/data/licence'
import { isOwnRecord } from '#lib/data/staff-count'
import { membershipWith } from '#lib/domain/access/actor'
import { type LocalDate, localDateAt } from '#lib/domain/calendar'
import { type Licence, renewalFault } from '#lib/domain/people/licences'
import { ok, type Result, refuse } from '#lib/domain/result'
import { derivedId } from '#lib/system/derived-id'

export type SetLicenceRenewalRefusal =
  | 'not-found'
  | 'own-record'
  | 'licence-over'
  | 'licence-renewal-unlikely'
  | 'licence-nothing-to-correct'
  | 'licence-reason-missing'

type Input = {
  readonly practiceId: string
  readonly staffMemberId: string
  readonly licenceId: string
  /** Made once for the form that was shown. */
  readonly factId: string
  readonly renewsOn: LocalDate
  /** `renewed`: a new date from today on. `wrong`: the date on record never was the licence's. */
  readonly change: 'renewed' | 'wrong'
  readonly reason: string | null
  /** Requirements that follow a licence follow this one from now on. */
  readonly leads: boolean
}

/** Records the day on which a licence renews; a manager's word, also where its holder proposed it. */
export async function setLicenceRenewal(
  { tx, now, actor }: Context,
  input: Input,
): Promise<Result<null, SetLicenceRenewalRefusal>> {
  const post = membershipWith(actor, input.practiceId, 'manage')
  const holder = post && (await findLicenceHolder(tx, post.practiceId, input.staffMemberId))
  if (!post || !holder) return refuse('not-found')
  const { practiceId } = post
  const { member, licences } = holder
  const today = localDateAt(now, post.timeZone)
  if (await isOwnRecord(tx, practiceId, member, actor.personId, today)) return refuse('own-record')
  const licence = licences.find(({ id }) => id === input.licenceId)
  if (!licence) return refuse('not-found')
  const refusal = refusalOf(licence, input, today)
  if (refusal) return refuse(refusal)
  const facts = factsOf(licence, input, today).map((fact) => ({ ...fact, staffMemberId: member.id }))
  const written = await insertEvidence(tx, practiceId, actor.personId, facts, now)
  if (written === 0) return ok(null)
  const { id: licenceId } = licence
  const deed = { kind: 'licence-changed', staffMemberId: member.id, licenceId } as const
  const entries = chainEntries({ actorPersonId: actor.personId, recordedAt: now }, [
    { ...deed, change: 'renewal-recorded' },
  ])
  await appendAudit(tx, practiceId, entries)
  return ok(null)
}

function refusalOf(
  { endedOn, renewalId }: Licence,
  { change, reason, renewsOn, factId }: Input,
  today: LocalDate,
): SetLicenceRenewalRefusal | undefined {
  if (endedOn !== null) return 'licence-over'
  if (renewalFault(renewsOn, today)) return 'licence-renewal-unlikely'
  if (change === 'renewed' || renewalId === factId) return undefined
  if (renewalId === null) return 'licence-nothing-to-correct'
  return reason === null ? 'licence-reason-missing' : undefined
}

/** A wrong date is taken back by a correction, and the right one speaks of the same day as it did. */
function factsOf(licence: Licence, { renewsOn, change, reason, leads, factId }: Input, today: LocalDate) {
  const { id: licenceId, renewalId, history } = licence
  const wrong = change === 'wrong' ? history.find(({ id }) => id === renewalId) : undefined
  const said = {
    id: factId,
    kind: leads || licence.leads ? 'licence-renewal-set' : 'licence-renewal-noted',
    effectiveOn: wrong?.effectiveOn ?? today,
    ...(reason !== null && { reason }),
    details: { licenceId, dueOn: renewsOn },
  }
  if (!wrong || wrong.id === factId) return [said]
  const correction = {
    id: derivedId('licence-corrected', factId),
    kind: 'corrected',
    effectiveOn: wrong.effectiveOn,
    ...(reason !== null && { reason }),
    details: { corrects: wrong.id, outcome: 'void' },
  }
  return [correction, said]
}
