import type { LocalDate } from '#lib/domain/calendar'
import { type Counted, ofKind } from '#lib/domain/compliance/counted-evidence'
import type { Spell } from '#lib/domain/compliance/spells'

/** A time excused by a fact, both end days included. */
export type Excuse = {
  readonly from: LocalDate
  readonly through: LocalDate
  readonly ids: readonly string[]
}

type Leave = Excuse & { readonly hasEnded: boolean }

/**
 * Rule 5. The leaves of one employment spell. A recorded end shortens every leave that it falls in; where it falls in
 * none, the leave begun last went on longer than planned, unless its end is already recorded.
 */
export function leavesIn(spell: Spell, counted: readonly Counted[]): readonly Excuse[] {
  const started = ofKind(counted, 'leave-started').filter(
    ({ on, event }) => on >= spell.from && on <= event.through,
  )
  const planned = started.map(
    ({ event, on, ids }): Leave => ({ from: on, through: event.through, ids, hasEnded: false }),
  )
  return ofKind(counted, 'leave-ended').reduce<readonly Leave[]>(ended, planned)
}

function ended(leaves: readonly Leave[], end: Counted): readonly Leave[] {
  const shortened = leaves.filter((leave) => leave.from <= end.on && end.on <= leave.through)
  const last = leaves.findLast((leave) => leave.from <= end.on)
  const prolonged = last && !last.hasEnded ? [last] : []
  const touched = shortened.length > 0 ? shortened : prolonged
  return leaves.map((leave) =>
    touched.includes(leave)
      ? { ...leave, through: end.on, ids: [...leave.ids, ...end.ids], hasEnded: true }
      : leave,
  )
}

/** Rule 4. The exemptions of one employment spell; each ends by itself. */
export function exemptionsIn(spell: Spell, counted: readonly Counted[]): readonly Excuse[] {
  return ofKind(counted, 'exempted')
    .filter(({ on }) => on >= spell.from)
    .map(({ event, on, ids }) => ({ from: on, through: event.through, ids }))
}

/** Of the excuses that hold on a day, the one that lasts longest. */
export function findExcuseOn(excuses: readonly Excuse[], day: LocalDate): Excuse | undefined {
  return latest(excuses.filter((excuse) => excuse.from <= day && day <= excuse.through))
}

/** The leave over before `day`, and not before `since`, from which the person came back last. */
export function findLastReturn(
  leaves: readonly Excuse[],
  since: LocalDate,
  day: LocalDate,
): Excuse | undefined {
  return latest(leaves.filter((leave) => since <= leave.through && leave.through < day))
}

function latest(excuses: readonly Excuse[]): Excuse | undefined {
  return excuses.reduce<Excuse | undefined>(
    (best, each) => (best && best.through >= each.through ? best : each),
    undefined,
  )
}
