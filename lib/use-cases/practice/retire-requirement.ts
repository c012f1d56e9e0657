import { chainEntries } from '#lib/audit/chain-entries'
import type { Context } from '#lib/context'
import { appendAudit } from '#lib/data/audit'
import { listRequirements } from '#lib/data/compliance-history'
import { lockRequirement } from '#lib/data/requirement'
import { insertRequirementFact, listRetirements } from '#lib/data/requirement-facts'
import { membershipWith } from '#lib/domain/access/actor'
import { addMonths, type LocalDate, localDateAt } from '#lib/domain/calendar'
import { ok, type Result, refuse } from '#lib/domain/result'
import { derivedId } from '#lib/system/derived-id'

export type RetireRequirementRefusal =
  | 'not-found'
  | 'requirement-retired-already'
  | 'retired-before-today'
  | 'retired-too-far-ahead'

type Input = {
  readonly practiceId: string
  readonly requirementId: string
  /** The first day on which nobody owes it. */
  readonly retiredOn: LocalDate
  readonly reason: string
}

/** Days ahead that are a slip of the keyboard, and no plan. */
const farAheadMonths = 36

/**
 * Rule 10. Retires a requirement from a day on, today at the earliest: nobody owes it any more, whoever joins later included,
 * and reminders stop by themselves. What was completed stays in evidence.
 */
export async function retireRequirement(
  context: Context,
  input: Input,
): Promise<Result<null, RetireRequirementRefusal>> {
  const { tx, now, actor } = context
  const post = membershipWith(actor, input.practiceId, 'manage')
  if (!post) return refuse('not-found')
  const { practiceId, timeZone } = post
  await lockRequirement(tx, input.requirementId)
  const known = (await listRequirements(tx, [practiceId])).find(({ id }) => id === input.requirementId)
  if (!known) return refuse('not-found')
  const { retiredOn, reason } = input
  const today = localDateAt(now, timeZone)
  const earlier = await listRetirements(tx, post, known.id)
  const current = earlier.find(({ undone }) => undone === null)
  if (current) return current.on === retiredOn ? ok(null) : refuse('requirement-retired-already')
  if (retiredOn < today) return refuse('retired-before-today')
  if (retiredOn > addMonths(today, farAheadMonths)) return refuse('retired-too-far-ahead')
  const id = derivedId('retired', known.id, String(earlier.length))
  const fact = { id, requirementId: known.id, kind: 'retired', effectiveOn: retiredOn, reason } as const
  await insertRequirementFact(tx, practiceId, actor.personId, fact, now)
  const deed = { kind: 'requirement-retired', requirementId: known.id, retiredOn } as const
  await appendAudit(tx, practiceId, chainEntries({ actorPersonId: actor.personId, recordedAt: now }, [deed]))
  return ok(null)
}
