import { addDays, daysBetween, type Instant, type LocalDate } from '#lib/domain/calendar'
import { complianceStatus } from '#lib/domain/compliance/compliance-status'
import type { Chances } from '#tests/support/decade/chances'
import { type Ledger, type Line, toldBySpans } from '#tests/support/decade/ledger'

/** What was answered on a day, about a day before it, with its reasons. */
type Remembered = {
  readonly key: string
  readonly asOf: LocalDate
  readonly knownAt: Instant
  readonly answer: string
}

/** The spans of a day long ago, and how much was recorded then. */
type Foretold = { readonly on: LocalDate; readonly line: Line; readonly recorded: string }

/** Keeps what was answered, to ask for it again at the end. */
export function openMemory(ledger: Ledger) {
  const remembered: Remembered[] = []
  const foretold: Foretold[] = []

  /** Answers everybody's question about one day of the past with what is recorded now, the moment `knownAt`. */
  function remember(asOf: LocalDate, knownAt: Instant): void {
    for (const { key, history } of ledger.lines.values())
      remembered.push({ key, asOf, knownAt, answer: JSON.stringify(complianceStatus(history, asOf)) })
  }

  function foretell(on: LocalDate): void {
    for (const line of ledger.lines.values()) foretold.push({ on, line, recorded: recordedOf(line) })
  }

  /** Where "as of that day, known at that moment" is answered otherwise now than it was then. */
  function forgotten(): string[] {
    return remembered.flatMap(({ key, asOf, knownAt, answer }) => {
      const history = ledger.lines.get(key)?.history
      const now = history && JSON.stringify(complianceStatus(history, asOf, knownAt))
      return now === answer ? [] : [`${key} as of ${asOf}, known at ${knownAt}: ${answer} is now ${now}`]
    })
  }

  /** Where spans of a year before said otherwise than what was answered on the days since, though nothing was recorded. */
  function mistold(today: LocalDate): string[] {
    const due = foretold.filter(({ on }) => daysBetween(on, today) >= 365)
    foretold.splice(0, due.length)
    return due.flatMap(({ on, line, recorded }) => {
      const now = ledger.lines.get(line.key)
      return now && recordedOf(now) === recorded ? daysMistold(line, on, today) : []
    })
  }

  function daysMistold(line: Line, from: LocalDate, through: LocalDate): string[] {
    compared.lines += 1
    const found: string[] = []
    for (let day = from; day < through; day = addDays(day, 1)) {
      const [told, was] = [toldBySpans(line, day), ledger.givenOn(line.key, day)]
      if (told !== was) found.push(`${line.key} on ${day}: ${told} was told on ${from}, ${was} came`)
    }
    return found
  }

  const compared = { lines: 0 }
  return { remember, foretell, forgotten, mistold, compared, remembered: () => remembered.length }
}

const recordedOf = ({ history, requirement }: Line) =>
  `${history.events.length} facts, ${requirement.policies.length} versions`

/** Some day within the two years before, or the day itself. */
export function someDayBefore(day: LocalDate, first: LocalDate, chances: Chances): LocalDate {
  const asked = addDays(day, -chances.between(0, 730))
  return asked < first ? day : asked
}
