import { addDays, type LocalDate } from '#lib/domain/calendar'
import type { Counted } from '#lib/domain/compliance/counted-evidence'
import { type Excuse, leavesIn } from '#lib/domain/compliance/leave'
import { employmentsIn, factsThatHold, findEmploymentAround } from '#lib/domain/people/entries/counted-facts'
import type { Decision, Entry, PersonFact, Situation } from '#lib/domain/people/entries/entry'
import { replanned } from '#lib/domain/people/entries/replanned'
import { ok, refuse } from '#lib/domain/result'

const longestDays = 2 * 366
const furthestAheadDays = 366

/** A leave as it stands, its recorded end applied. */
export type RecordedLeave = {
  /** The fact that began it. */
  readonly factId: string
  readonly from: LocalDate
  readonly through: LocalDate
  /** Whether its end was recorded, and not only planned. */
  readonly hasEnded: boolean
}

/** Every leave of every employment, the latest first. */
export function recordedLeaves(facts: readonly PersonFact[]): readonly RecordedLeave[] {
  const counted = factsThatHold(facts)
  return excusesIn(counted)
    .flatMap((leave) => asRecorded(leave, counted))
    .toSorted((a, b) => (a.from < b.from ? 1 : -1))
}

function excusesIn(counted: readonly Counted[]): readonly Excuse[] {
  // `leavesIn` takes every leave from a spell's first day on, so that the last spell speaks for its own.
  const spells = employmentsIn(counted)
  return spells.flatMap((spell, index) => {
    const next = spells[index + 1]
    return leavesIn(spell, counted).filter(({ from }) => next === undefined || from < next.from)
  })
}

function asRecorded({ from, through, ids }: Excuse, counted: readonly Counted[]): RecordedLeave[] {
  const named = counted.filter(({ event }) => ids.includes(event.id))
  const start = named.find(({ event }) => event.kind === 'leave-started')
  const hasEnded = named.some(({ event }) => event.kind === 'leave-ended')
  return start ? [{ factId: start.event.id, from, through, hasEnded }] : []
}

type LeaveEntry = Extract<Entry, { kind: 'leave' }>

/** Rule 5. A leave within one employment, that meets no other. Why somebody is away is never asked. */
export function leaveProposal({ firstDay, lastDay }: LeaveEntry, { facts, today }: Situation): Decision {
  if (lastDay < firstDay) return refuse('leave-end-before-start')
  if (lastDay > addDays(firstDay, longestDays)) return refuse('leave-too-long')
  if (firstDay > addDays(today, furthestAheadDays)) return refuse('day-too-far-ahead')
  if (!findEmploymentAround(factsThatHold(facts), firstDay, lastDay)) {
    return refuse('leave-outside-employment')
  }
  const overlaps = recordedLeaves(facts).some(({ from, through }) => from <= lastDay && firstDay <= through)
  if (overlaps) return refuse('leave-overlaps')
  const fact = { kind: 'leave-started', effectiveOn: firstDay, details: { through: lastDay } } as const
  return ok({ facts: [fact], days: [firstDay, addDays(lastDay, 1)] })
}

type LeaveEndEntry = Extract<Entry, { kind: 'leave-end' }>

/**
 * Another last day. One that came before the plan, and is here, is a fact of its own; any other replaces the plan, since a
 * future end is a field of the fact that begins the leave, and a past day between plan and end must count as leave too.
 */
export function leaveEndProposal({ factId, lastDay }: LeaveEndEntry, { facts, today }: Situation): Decision {
  const leaves = recordedLeaves(facts)
  const leave = leaves.find((each) => each.factId === factId)
  if (!leave) return refuse('fact-unknown')
  const { from, through, hasEnded } = leave
  if (lastDay < from) return refuse('leave-end-before-start')
  if (lastDay === through) return refuse('leave-ends-then-already')
  if (lastDay > addDays(from, longestDays)) return refuse('leave-too-long')
  const counted = factsThatHold(facts)
  if (!findEmploymentAround(counted, from, lastDay)) return refuse('leave-outside-employment')
  const others = leaves.filter((each) => each !== leave)
  if (others.some((each) => each.from <= lastDay && from <= each.through)) return refuse('leave-overlaps')
  const days = [addDays(lastDay < through ? lastDay : through, 1), addDays(lastDay, 1)]
  if (!hasEnded && lastDay < through && lastDay <= today) {
    return ok({ facts: [{ kind: 'leave-ended', effectiveOn: lastDay }], days })
  }
  const replaced = excusesIn(counted).find(({ ids }) => ids.includes(factId))?.ids ?? []
  const start = { kind: 'leave-started', effectiveOn: from, details: { through: lastDay } } as const
  return ok({ facts: replanned(counted, replaced, start, today), days })
}
