import { chainEntries } from '#lib/audit/chain-entries'
import type { Context } from '#lib/context'
import { appendAudit } from '#lib/data/audit'
import { insertEvidence } from '#lib/data/evidence'
import { findLicenceHolder } from '#lib/data/licence'
import { isOwnRecord } from '#lib/data/staff-count'
import { membershipWith } from '#lib/domain/access/actor'
import { type LocalDate, localDateAt } from '#lib/domain/calendar'
import { type Licence, type Profession, renewalFault } from '#lib/domain/people/licences'
import { ok, type Result, refuse } from '#lib/domain/result'
import { derivedId } from '#lib/system/derived-id'

export type RecordLicenceRefusal =
  | 'not-found'
  | 'own-record'
  | 'licence-too-many'
  | 'licence-renewal-unlikely'

type Input = {
  readonly practiceId: string
  readonly staffMemberId: string
  /** Made once for the form that was shown. Of a licence that is there: what is said of it is corrected. */
  readonly licenceId: string
  /** Made once for the form as well, so that sending it twice says it once. */
  readonly factId: string
  /** False where a known licence is said anew. */
  readonly isNew: boolean
  readonly state: string
  readonly profession: Profession
  readonly number: string
  readonly renewsOn: LocalDate | null
}

const mostLicences = 20

/** Writes down a licence as its paper says it. What was said before stays on record. */
export async function recordLicence(
  { tx, now, actor }: Context,
  input: Input,
): Promise<Result<null, RecordLicenceRefusal>> {
  const post = membershipWith(actor, input.practiceId, 'manage')
  const holder = post && (await findLicenceHolder(tx, post.practiceId, input.staffMemberId))
  if (!post || !holder) return refuse('not-found')
  const { practiceId } = post
  const { member, licences: known } = holder
  const effectiveOn = localDateAt(now, post.timeZone)
  if (await isOwnRecord(tx, practiceId, member, actor.personId, effectiveOn)) return refuse('own-record')
  const { licenceId, renewsOn } = input
  if (renewsOn && renewalFault(renewsOn, effectiveOn)) return refuse('licence-renewal-unlikely')
  const refusal = refusalAmong(known, input)
  if (refusal) return refuse(refusal)
  const facts = factsOf(input, known).map((fact) => ({ ...fact, staffMemberId: member.id, effectiveOn }))
  const written = await insertEvidence(tx, practiceId, actor.personId, facts, now)
  if (written === 0) return ok(null)
  const deed = { kind: 'licence-changed', staffMemberId: member.id, licenceId, change: 'recorded' } as const
  await appendAudit(tx, practiceId, chainEntries({ actorPersonId: actor.personId, recordedAt: now }, [deed]))
  return ok(null)
}

function refusalAmong(
  known: readonly Licence[],
  { isNew, licenceId }: Input,
): RecordLicenceRefusal | undefined {
  if (!isNew && !known.some(({ id }) => id === licenceId)) return 'not-found'
  return known.length >= mostLicences ? 'licence-too-many' : undefined
}

/** The first licence leads until a manager says otherwise. A known one keeps its date. */
function factsOf(
  { licenceId, factId, renewsOn, state, profession, number }: Input,
  known: readonly Licence[],
) {
  const said = {
    id: factId,
    kind: 'licence-recorded',
    details: { licenceId, state, profession, number } as Record<string, string>,
  }
  if (renewsOn === null || known.some(({ id }) => id === licenceId)) return [said]
  const kind = known.some(({ leads }) => leads) ? 'licence-renewal-noted' : 'licence-renewal-set'
  const id = derivedId('licence-first-renewal', licenceId)
  return [said, { id, kind, details: { licenceId, dueOn: renewsOn } }]
}
