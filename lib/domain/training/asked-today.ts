import type { LocalDate } from '#lib/domain/calendar'
import { complianceStatus } from '#lib/domain/compliance/compliance-status'
import { type Asking, assessmentTermsOn } from '#lib/domain/training/attempt-limit'
import type { CycleRecord } from '#lib/domain/training/cycle-record'
import { mayEarn, speaksUnder } from '#lib/domain/training/track-asked'
import { hasBegun } from '#lib/domain/training/track-progress'
import { asksForWork, urgencyOf } from '#lib/domain/training/training-order'

type Record = Pick<CycleRecord, 'forms' | 'readings' | 'openSittings' | 'sat' | 'cases'>

/** Whether what asks for the track today has a say in what is stored of a turn. */
export function dependsOnToday(record: Record): boolean {
  return record.forms.skippedLessons.length > 0 || waitsForNextTurn(record)
}

/**
 * The record as the requirements of the day let it count. Skipped lessons are to be read while one of them allows no skipping;
 * the rows stay, and count again once all allow it. After a completion, the form before the next turn is not offered until
 * that turn is owed: what is answered right after the training tells nothing of what is known a year later.
 */
export function asAskedOn<Stored extends Record>(
  record: Stored,
  askings: readonly Asking[],
  on: LocalDate,
): Stored {
  const { forms } = record
  const skippedLessons = areSkipsAllowed(askings, on) ? forms.skippedLessons : []
  const before = waitsForNextTurn(record) && !isOwed(askings, on) ? 0 : forms.before
  return { ...record, forms: { ...forms, skippedLessons, before } }
}

/** How many lessons of a quiz need not be read any more on that day. */
export function lessonsDone(
  start: { readonly lessonsFinished: number; readonly lessonsFinishedOrSkipped: number },
  askings: readonly Asking[],
  on: LocalDate,
): number {
  return areSkipsAllowed(askings, on) ? start.lessonsFinishedOrSkipped : start.lessonsFinished
}

const areSkipsAllowed = (askings: readonly Asking[], on: LocalDate) => assessmentTermsOn(askings, on).testOut

/** Something was completed before, and nothing of this turn was begun, its form neither. */
function waitsForNextTurn(record: Record): boolean {
  const { before, completedCycle, sittings } = record.forms
  const isStarted = hasBegun(record) || sittings.some(({ moment }) => moment === 'before')
  return before > 0 && completedCycle !== null && !isStarted
}

/** Whether something that asks for the track waits for it on that day, a renewal that is open included. */
export function isOwed(askings: readonly Asking[], on: LocalDate): boolean {
  return askings.some((asking) => {
    const answer = complianceStatus(asking, on)
    const isServed = mayEarn(asking, answer) && speaksUnder(asking, answer)
    return isServed && asksForWork(urgencyOf(answer, false, on))
  })
}
