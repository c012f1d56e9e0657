import { chainEntries } from '#lib/audit/chain-entries'
import type { Context } from '#lib/context'
import { assignAsked } from '#lib/data/assign-asked'
import { appendAudit } from '#lib/data/audit'
import { listRequirements } from '#lib/data/compliance-history'
import { lockRequirement } from '#lib/data/requirement'
import { insertRequirementFact, listRetirements } from '#lib/data/requirement-facts'
import { membershipWith } from '#lib/domain/access/actor'
import { localDateAt } from '#lib/domain/calendar'
import { ok, type Result, refuse } from '#lib/domain/result'
import { derivedId } from '#lib/system/derived-id'

export type RestoreRequirementRefusal = 'not-found' | 'requirement-not-retired'

type Input = {
  readonly practiceId: string
  readonly requirementId: string
  /** The retirement that stood on the page. */
  readonly retirementId: string
  readonly reason: string
}

/**
 * Says that a retirement was a mistake: it never was, and everybody stands as if nobody had retired the requirement. What
 * was said at the time stays readable, and a status asked as it was known then comes out as it did.
 */
export async function restoreRequirement(
  context: Context,
  { practiceId: wanted, requirementId, retirementId, reason }: Input,
): Promise<Result<null, RestoreRequirementRefusal>> {
  const { tx, now, actor } = context
  const post = membershipWith(actor, wanted, 'manage')
  if (!post) return refuse('not-found')
  const { practiceId, timeZone } = post
  await lockRequirement(tx, requirementId)
  const known = (await listRequirements(tx, [practiceId])).find(({ id }) => id === requirementId)
  if (!known) return refuse('not-found')
  const retirement = (await listRetirements(tx, post, known.id)).find(({ id }) => id === retirementId)
  if (!retirement) return refuse('requirement-not-retired')
  if (retirement.undone) return ok(null)
  const fact = {
    id: derivedId('restored', retirementId),
    requirementId: known.id,
    kind: 'corrected',
    effectiveOn: localDateAt(now, timeZone),
    reason,
    details: { corrects: retirementId, outcome: 'void' },
  } as const
  await insertRequirementFact(tx, practiceId, actor.personId, fact, now)
  await assignAsked(tx, post, known.id, actor.personId, now)
  const deed = { kind: 'requirement-restored', requirementId: known.id } as const
  await appendAudit(tx, practiceId, chainEntries({ actorPersonId: actor.personId, recordedAt: now }, [deed]))
  return ok(null)
}
