import { addDays, type LocalDate } from '#lib/domain/calendar'
import { type Counted, ofKind } from '#lib/domain/compliance/counted-evidence'
import { findSpellOn } from '#lib/domain/compliance/spells'
import type { Correctable } from '#lib/domain/people/entries/correctable'
import { employmentsIn, factsThatHold, findEmploymentAround } from '#lib/domain/people/entries/counted-facts'
import type { EntryRefusal, PersonFact, Situation } from '#lib/domain/people/entries/entry'
import { recordedLeaves } from '#lib/domain/people/entries/leave'
import { roleSpellsIn } from '#lib/domain/people/entries/post-on'
import { firstDayRefusal } from '#lib/domain/people/first-day'

const furthestEndDays = 366

type Kind = PersonFact['kind']
type Limit<More extends readonly unknown[] = []> = (
  found: Correctable,
  counted: readonly Counted[],
  situation: Situation,
  ...more: More
) => EntryRefusal | undefined

const strikes: Partial<Record<Kind, Limit>> = {
  // What was completed in an employment that never was would no longer count, and nobody would be told.
  employed: ({ on }, counted) =>
    ofKind(counted, 'completed').some((each) => each.on >= on) ? 'trained-since' : undefined,
  'employment-ended': ({ on }, counted) =>
    employmentsIn(counted).some(({ from }) => from > on) ? 'employment-went-on' : undefined,
  'role-started': ({ on }, counted) => (hasRoleAfter(counted, on) ? 'later-change-exists' : undefined),
}

/** Why a fact that may be struck must stand all the same. */
export function strikeRefusal(found: Correctable, situation: Situation): EntryRefusal | undefined {
  return strikes[found.fact.kind]?.(found, factsThatHold(situation.facts), situation)
}

const moves: Partial<Record<Kind, Limit<[to: LocalDate]>>> = {
  employed: hireRefusal,
  'employment-ended': endRefusal,
  'role-started': roleRefusal,
  'leave-started': leaveRefusal,
  'location-set': termRefusal,
  'employment-kind-set': termRefusal,
  completed: (_, counted, { today }, to) => {
    if (to > today) return 'moved-into-future'
    return findEmploymentAround(counted, to, to) ? undefined : 'moved-outside-employment'
  },
  // It counts on any day, of employment or not.
  'external-accepted': (_, __, { today }, to) => (to > today ? 'moved-into-future' : undefined),
}

/** Why a fact that may be moved cannot be moved to this day. */
export function moveRefusal(
  found: Correctable,
  to: LocalDate,
  situation: Situation,
): EntryRefusal | undefined {
  return moves[found.fact.kind]?.(found, factsThatHold(situation.facts), situation, to)
}

/** The first day stays after the last employment, before its own end, and before what was done since. */
function hireRefusal(
  { on }: Correctable,
  counted: readonly Counted[],
  { today }: Situation,
  to: LocalDate,
): EntryRefusal | undefined {
  const mistyped = firstDayRefusal(to, today)
  if (mistyped) return mistyped
  const ends = ofKind(counted, 'employment-ended').map((end) => end.on)
  if (ends.some((end) => end < on && to <= end)) return 'start-before-last-end'
  if (ends.some((end) => end >= on && end < to)) return 'start-after-end'
  const between = counted.filter((each) => each.on >= on && each.on < to).map(({ event }) => event.kind)
  if (between.includes('completed') || between.includes('part-completed')) return 'start-after-training'
  return roleSpellsIn(counted).some(({ from }) => from > on && from <= to) ? 'later-change-exists' : undefined
}

function endRefusal(
  { on }: Correctable,
  counted: readonly Counted[],
  { today }: Situation,
  to: LocalDate,
): EntryRefusal | undefined {
  const spells = employmentsIn(counted)
  const own = findSpellOn(spells, on)
  if (own && to < own.from) return 'end-before-start'
  if (to > addDays(today, furthestEndDays)) return 'end-too-far-ahead'
  return spells.some(({ from }) => from > on && from <= to) ? 'employment-went-on' : undefined
}

function roleRefusal(
  { on }: Correctable,
  counted: readonly Counted[],
  { today }: Situation,
  to: LocalDate,
): EntryRefusal | undefined {
  const employment = findSpellOn(employmentsIn(counted), on)
  const around = findEmploymentAround(counted, to, to)
  if (!around || around.from !== employment?.from) return 'change-outside-employment'
  if (to > addDays(today, furthestEndDays)) return 'day-too-far-ahead'
  // Its day stays after the beginning of the role before it, and no later change may lie between.
  const before = roleSpellsIn(counted).findLast(({ from }) => from < on)
  return hasRoleAfter(counted, on) || (before && to <= before.from) ? 'later-change-exists' : undefined
}

function hasRoleAfter(counted: readonly Counted[], day: LocalDate): boolean {
  return ofKind(counted, 'role-started').some(({ on }) => on > day)
}

function termRefusal(
  _: Correctable,
  counted: readonly Counted[],
  { today }: Situation,
  to: LocalDate,
): EntryRefusal | undefined {
  if (to > addDays(today, furthestEndDays)) return 'day-too-far-ahead'
  return findEmploymentAround(counted, to, to) ? undefined : 'change-outside-employment'
}

function leaveRefusal(
  { fact }: Correctable,
  counted: readonly Counted[],
  { facts, today }: Situation,
  to: LocalDate,
): EntryRefusal | undefined {
  const leaves = recordedLeaves(facts)
  const leave = leaves.find(({ factId }) => factId === fact.id)
  if (!leave) return 'fact-unknown'
  if (to > leave.through) return 'leave-end-before-start'
  if (to > addDays(today, furthestEndDays)) return 'day-too-far-ahead'
  const others = leaves.filter((each) => each !== leave)
  if (others.some(({ from, through }) => from <= leave.through && to <= through)) return 'leave-overlaps'
  return findEmploymentAround(counted, to, leave.through) ? undefined : 'leave-outside-employment'
}
