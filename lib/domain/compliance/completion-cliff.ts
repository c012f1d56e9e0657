import { addDays, daysBetween, type LocalDate } from '#lib/domain/calendar'
import type { History } from '#lib/domain/compliance/answer'
import { previewCompletion } from '#lib/domain/compliance/preview-completion'

/**
 * Where a calendar makes a jump: completed up to `lastOn`, it counts through `through`; a day later, through `nextThrough`.
 */
export type CompletionCliff = {
  readonly lastOn: LocalDate
  readonly through: LocalDate
  readonly nextThrough: LocalDate
}

/**
 * The last day on which a completion earns no more than one on `from` does, and what the day after earns. Null where a
 * completion on `from` earns nothing, or has no end. Worth asking of calendar cadences only: elsewhere every day earns
 * its own date.
 */
export function findCompletionCliff(history: History, from: LocalDate): CompletionCliff | null {
  const through = earnedOn(history, from)
  if (through === null || through < from) return null
  // A completion on the day after that date must earn a later one. What a later day earns is never less.
  let same = 0
  let more = daysBetween(from, through) + 1
  while (more - same > 1) {
    const middle = Math.floor((same + more) / 2)
    if (earnedOn(history, addDays(from, middle)) === through) same = middle
    else more = middle
  }
  const nextThrough = earnedOn(history, addDays(from, more))
  return nextThrough === null ? null : { lastOn: addDays(from, same), through, nextThrough }
}

function earnedOn(history: History, on: LocalDate): LocalDate | null {
  const preview = previewCompletion(history, on)
  return preview.kind === 'earns' ? preview.validThrough : null
}
