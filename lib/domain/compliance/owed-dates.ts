import { addDays, type LocalDate, laterOf } from '#lib/domain/calendar'
import { cadenceDatesOf } from '#lib/domain/compliance/cadence-dates'
import { type Extension, findExtension } from '#lib/domain/compliance/cycle'
import { type Earned, opensOn } from '#lib/domain/compliance/earning'
import { type Excuse, findLastReturn } from '#lib/domain/compliance/leave'
import type { Circumstances, Obligation } from '#lib/domain/compliance/obligation'
import { type PolicyVersions, requirePolicyThatGoverns } from '#lib/domain/compliance/policy-versions'
import type { Standing } from '#lib/domain/compliance/standing-record'
import { findOwedUpdate } from '#lib/domain/compliance/supersession'

/** A date and the facts that put it where it is. */
export type Owed = { readonly on: LocalDate; readonly ids: readonly string[] }

/** The dates behind a status. `extension` and `back` are null where they do not put the due date later. */
export type OwedDates = {
  readonly validThrough: LocalDate | null
  readonly opensOn: LocalDate | null
  /** The due date before extension and leave; null where nothing is owed. */
  readonly baselineOn: LocalDate | null
  readonly dueOn: LocalDate | null
  readonly extension: Owed | null
  readonly back: Owed | null
  /** The update that a material change asks for. */
  readonly update: Owed | null
}

/** The dates on the day `asOf`: window, grace and return days are those of the policy in force that day. */
export function owedDates(
  standing: Standing,
  obligation: Obligation,
  circumstances: Circumstances,
  leaves: readonly Excuse[],
  asOf: LocalDate,
): OwedDates {
  const { earned, cycle } = standing
  const { policy } = obligation
  const baselineOn = earned ? earned.validThrough : firstDueOn(obligation, circumstances.versions)
  const extension = later(
    baselineOn,
    fromExtension(
      findExtension(cycle, earned, { policy, dates: cadenceDatesOf(policy, circumstances, asOf) }),
    ),
  )
  const returned = (since: LocalDate) => fromReturn(findLastReturn(leaves, since, asOf), policy.returnDays)
  const back = later(baselineOn, returned(cycle.beganOn))
  return {
    validThrough: earned?.validThrough ?? null,
    opensOn: earned && opensOn(earned, policy),
    baselineOn,
    dueOn: [extension, back].reduce((due, each) => (due && each ? laterOf(due, each.on) : due), baselineOn),
    extension,
    back,
    update: earned && owedUpdate(standing, earned, returned),
  }
}

/** Counted from the start of the obligation; the version that governs that day decides, so that it does not move. */
function firstDueOn({ beganOn }: Obligation, versions: PolicyVersions): LocalDate {
  const { firstDue } = requirePolicyThatGoverns(versions, beganOn)
  return laterOf(addDays(beganOn, firstDue.days), firstDue.notBefore ?? beganOn)
}

function fromExtension(extension: Extension | null): Owed | null {
  return extension && { on: extension.to, ids: extension.ids }
}

/** Rule 5: the last day of leave + the return days. */
function fromReturn(leave: Excuse | undefined, returnDays: number): Owed | null {
  return leave ? { on: addDays(leave.through, returnDays), ids: leave.ids } : null
}

function later(baselineOn: LocalDate | null, owed: Owed | null): Owed | null {
  return baselineOn !== null && owed !== null && owed.on > baselineOn ? owed : null
}

/** A material change's own due date gives the same time after a leave as any other. */
function owedUpdate(
  { changes, reached }: Standing,
  earned: Earned,
  returned: (since: LocalDate) => Owed | null,
): Owed | null {
  const change = findOwedUpdate(changes, reached, earned)
  if (!change) return null
  const back = later(change.dueOn, returned(change.publishedOn))
  return back ? { on: back.on, ids: [...change.ids, ...back.ids] } : { on: change.dueOn, ids: change.ids }
}
