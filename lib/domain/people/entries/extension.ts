import { addDays, addMonths, endOfTime, type Instant, type LocalDate, laterOf } from '#lib/domain/calendar'
import { complianceStatus } from '#lib/domain/compliance/compliance-status'
import type { Asked, Decision, Entry, Situation } from '#lib/domain/people/entries/entry'
import { withProposed } from '#lib/domain/people/entries/proposed-history'
import { ok, refuse } from '#lib/domain/result'

// The specification bounds an extension by the next baseline date. Before a first completion, and where a requirement asks
// once, there is none; a year is what a yearly requirement would give.
const firstTurnMonths = 12

/** The days to which this turn may be extended, both included. */
export type ExtensionRange = {
  readonly dueOn: LocalDate
  readonly from: LocalDate
  readonly through: LocalDate
}

/** Null where nothing is owed. `from` after `through`: the turn is extended as far as it goes already. */
export function findExtensionRange(asked: Asked, today: LocalDate, now: Instant): ExtensionRange | null {
  const { dueOn, because, status } = complianceStatus(asked.history, today)
  const { baselineDueOn } = because
  if (status === 'not-required' || dueOn === null || baselineDueOn === null) return null
  const through = boundOfEngine(asked, today, now) ?? addDays(addMonths(baselineDueOn, firstTurnMonths), -1)
  return { dueOn, from: laterOf(addDays(dueOn, 1), today), through }
}

/** What the engine makes of an extension without end is the furthest that rule 3 lets it reach. Null: it sets no bound. */
function boundOfEngine(asked: Asked, today: LocalDate, now: Instant): LocalDate | null {
  const fact = { kind: 'extended', effectiveOn: today, details: { to: endOfTime } } as const
  const { extendedTo } = complianceStatus(withProposed(asked, [fact], now), today).because
  return extendedTo === null || extendedTo >= endOfTime ? null : extendedTo
}

type ExtensionEntry = Extract<Entry, { kind: 'extension' }>

/** Rule 3. Moves this turn's due date only, later than it is, and never to the next turn's. */
export function extensionProposal(
  { requirementId, to }: ExtensionEntry,
  { asked, today, now }: Situation,
): Decision {
  const one = asked.find(({ requirement }) => requirement.id === requirementId)
  if (!one) return refuse('nothing-asked')
  const range = findExtensionRange(one, today, now)
  if (!range) return refuse('nothing-to-extend')
  if (to > range.through) return refuse('extension-too-late')
  if (to <= range.dueOn) return refuse('extension-not-later')
  if (to < today) return refuse('extension-in-past')
  const fact = { kind: 'extended', effectiveOn: today, requirementId, details: { to } } as const
  return ok({ facts: [fact], days: [addDays(range.dueOn, 1), addDays(to, 1)] })
}
