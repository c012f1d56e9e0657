import { addDays, addMonths, type LocalDate } from '#lib/domain/calendar'
import { complianceStatus } from '#lib/domain/compliance/compliance-status'
import { ofKind } from '#lib/domain/compliance/counted-evidence'
import { factsThatHold } from '#lib/domain/people/entries/counted-facts'
import type { Decision, Entry, PersonFact, Situation } from '#lib/domain/people/entries/entry'
import { replanned } from '#lib/domain/people/entries/replanned'
import { ok, refuse } from '#lib/domain/result'

/** Rule 4 asks for an end and names no longest time; after a year somebody should look again. */
const longestMonths = 12

/** An exemption as its corrections leave it. */
export type RecordedExemption = {
  readonly factId: string
  /** Null where it holds for every requirement. */
  readonly requirementId: string | null
  readonly from: LocalDate
  readonly through: LocalDate
}

/** The latest first. */
export function recordedExemptions(facts: readonly PersonFact[]): readonly RecordedExemption[] {
  const byId = new Map(facts.map((fact) => [fact.id, fact]))
  return ofKind(factsThatHold(facts), 'exempted')
    .map(({ event, on }) => ({
      factId: event.id,
      requirementId: byId.get(event.id)?.requirementId ?? null,
      from: on,
      through: event.through,
    }))
    .toSorted((a, b) => (a.from < b.from ? 1 : -1))
}

type ExemptionEntry = Extract<Entry, { kind: 'exemption' }>

/** Rule 4. From today on at the earliest: an exemption is a decision, and decides nothing that has passed. */
export function exemptionProposal(entry: ExemptionEntry, { asked, facts, today }: Situation): Decision {
  const { requirementId, firstDay, lastDay, category } = entry
  const one = asked.find(({ requirement }) => requirement.id === requirementId)
  if (!one || complianceStatus(one.history, firstDay).status === 'not-required') {
    return refuse('nothing-asked')
  }
  if (firstDay < today) return refuse('exemption-in-past')
  if (lastDay < firstDay) return refuse('exemption-end-before-start')
  if (lastDay >= addMonths(firstDay, longestMonths)) return refuse('exemption-too-long')
  const isExempt = recordedExemptions(facts).some(
    (each) =>
      (each.requirementId === null || each.requirementId === requirementId) &&
      each.from <= lastDay &&
      firstDay <= each.through,
  )
  if (isExempt) return refuse('exempt-already')
  const details = { through: lastDay, category }
  const fact = { kind: 'exempted', effectiveOn: firstDay, requirementId, details } as const
  return ok({ facts: [fact], days: [firstDay, addDays(lastDay, 1)] })
}

type ExemptionEndEntry = Extract<Entry, { kind: 'exemption-end' }>

/** Ends an exemption before its day. A longer one is a new decision, made when this one ends. */
export function exemptionEndProposal(
  { factId, lastDay }: ExemptionEndEntry,
  { facts, today }: Situation,
): Decision {
  const exemption = recordedExemptions(facts).find((each) => each.factId === factId)
  const stored = facts.find(({ id }) => id === factId)
  if (!exemption || stored?.kind !== 'exempted') return refuse('fact-unknown')
  if (lastDay < exemption.from) return refuse('exemption-end-before-start')
  if (lastDay >= exemption.through) return refuse('exemption-ends-not-earlier')
  const category = 'category' in stored ? { category: stored.category } : {}
  const plan = {
    kind: 'exempted',
    effectiveOn: exemption.from,
    ...(exemption.requirementId !== null && { requirementId: exemption.requirementId }),
    details: { through: lastDay, ...category },
  } as const
  const replaced = replanned(factsThatHold(facts), [factId], plan, today)
  return ok({ facts: replaced, days: [addDays(lastDay, 1), addDays(exemption.through, 1)] })
}
