import { addMonths, type LocalDate } from '#lib/domain/calendar'

/** What a certificate from elsewhere is said to say, as somebody typed it from the paper. */
export type Statement = {
  readonly provider: string
  readonly title: string
  /** The last day of the training, in the practice's calendar. */
  readonly completedOn: LocalDate
  /** The last day on which it counts by its own words; null where it says none. */
  readonly validThrough: LocalDate | null
  /** Whole hours and quarters of learning; null where it says none. */
  readonly hours: number | null
  readonly courseNumber: string | null
}

export type StatementRefusal =
  | 'external-completed-in-future'
  | 'external-completed-too-long-ago'
  | 'external-ends-before-it-began'
  | 'external-ends-too-far-ahead'

const oldestYears = 60
const longestYears = 20

/**
 * Why these days cannot be. A day before the employment is none of the reasons: what somebody completed before they came is
 * external evidence too. `today` is the practice's.
 */
export function statementFault(
  { completedOn, validThrough }: Pick<Statement, 'completedOn' | 'validThrough'>,
  today: LocalDate,
): StatementRefusal | undefined {
  if (completedOn > today) return 'external-completed-in-future'
  if (completedOn < addMonths(today, -12 * oldestYears)) return 'external-completed-too-long-ago'
  if (validThrough === null) return undefined
  if (validThrough < completedOn) return 'external-ends-before-it-began'
  return validThrough > addMonths(completedOn, 12 * longestYears) ? 'external-ends-too-far-ahead' : undefined
}

type Told = Pick<Statement, 'provider' | 'completedOn'> & {
  readonly id: string
  /** Of a file. */
  readonly sha256?: string
}

/** Why two entries of one person look like one: the same file, or the same day and provider. */
export type Likeness = 'same-file' | 'same-day-and-provider'

/** Undefined where the two are different entries about different things. */
export function likenessOf(one: Told, other: Told): Likeness | undefined {
  if (one.id === other.id) return undefined
  if (one.sha256 && one.sha256 === other.sha256) return 'same-file'
  const isSameDay = one.completedOn === other.completedOn
  return isSameDay && plain(one.provider) === plain(other.provider) ? 'same-day-and-provider' : undefined
}

const plain = (name: string) => name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()

/** The provider as an authority's list spells it, where the list has it; otherwise as it was typed. */
export function providerAsListed(typed: string, listed: readonly string[]): string {
  return listed.find((name) => plain(name) === plain(typed)) ?? typed
}
