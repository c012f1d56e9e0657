import { earlierOf, type LocalDate } from '#lib/domain/calendar'
import { complianceStatus } from '#lib/domain/compliance/compliance-status'
import { currentCycle } from '#lib/domain/compliance/current-cycle'
import { previewTogether } from '#lib/domain/compliance/preview-completion'
import type { Asking } from '#lib/domain/training/attempt-limit'
import { mayEarn } from '#lib/domain/training/track-asked'

/**
 * Rule 2: the day on which the turn began that a completion on this day would close, the earliest of all requirements that
 * ask for the track, since one completion serves them all. Null where none asks.
 */
export function turnBeganOn(askings: readonly Asking[], on: LocalDate): LocalDate | null {
  const [first, ...rest] = askings.flatMap((asking) => currentCycle(asking, on)?.beganOn ?? [])
  return first ? rest.reduce(earlierOf, first) : null
}

/** Rule 2: under `none`, parts of the next turn open with its window. Whether what is done today would be such a part. */
export function opensLater(askings: readonly Asking[], on: LocalDate): boolean {
  const served = askings.filter((asking) => mayEarn(asking, complianceStatus(asking, on)))
  return previewTogether(served, on).kind === 'earns-nothing'
}

/**
 * What was completed before the turn began belongs to the one before it (rule 2), whatever closed that. `firstDoneOn`: the
 * day of the first part of the stored cycle; null where none was done.
 */
export function isOfEarlierTurn(
  { firstDoneOn }: { readonly firstDoneOn: LocalDate | null },
  since: LocalDate | null,
): since is LocalDate {
  return since !== null && firstDoneOn !== null && firstDoneOn < since
}
