import { type LocalDate, laterOf } from '#lib/domain/calendar'
import type {
  AuthorityAnswer,
  ComplianceAnswer,
  ComplianceStatus,
  History,
} from '#lib/domain/compliance/answer'
import type { Policy } from '#lib/domain/compliance/policy'
import { type AnswerFrom, answersFrom } from '#lib/domain/compliance/status-spans'

/** Where somebody stands with the versions as they are and with one more, on the first day on which the two differ. */
export type ChangedStanding = {
  readonly on: LocalDate
  readonly before: ComplianceAnswer
  readonly after: ComplianceAnswer
}

/**
 * What one more version of a policy would change for a person, and on which day first: from today, the day from which it
 * holds, or the first day of work, whichever is latest. Later days count too, with all that is planned for them and as if
 * nothing else happened until then. Null where no day has another status, date or authority (rule 11).
 */
export function findChange(
  history: History,
  version: Policy,
  today: LocalDate,
  startedOn: LocalDate,
): ChangedStanding | null {
  const from = laterOf(laterOf(today, version.effectiveOn), startedOn)
  const changed = { ...history, policies: [...history.policies, version] }
  for (const { on, left, right } of together(answersFrom(history, from), answersFrom(changed, from)))
    if (standingDifferences(left, right).length > 0) return { on, before: left, after: right }
  return null
}

type Pair = { readonly on: LocalDate; readonly left: ComplianceAnswer; readonly right: ComplianceAnswer }

/** Two rows of answers side by side, from their common first day on, on each day on which one of them is another. */
function* together(
  left: Iterator<AnswerFrom, undefined>,
  right: Iterator<AnswerFrom, undefined>,
): Iterable<Pair> {
  let one = rowOf(left)
  let other = rowOf(right)
  while (one && other) {
    yield { on: laterOf(one.now.from, other.now.from), left: one.now.answer, right: other.now.answer }
    const day = earlierOf(one.next?.from, other.next?.from)
    if (day === undefined) return
    one = rowAt(one, day)
    other = rowAt(other, day)
  }
}

type Row = {
  readonly now: AnswerFrom
  readonly next: AnswerFrom | undefined
  readonly rest: Iterator<AnswerFrom, undefined>
}

function rowOf(rest: Iterator<AnswerFrom, undefined>, now = rest.next().value): Row | undefined {
  return now && { now, next: rest.next().value, rest }
}

function rowAt(row: Row, day: LocalDate): Row | undefined {
  return row.next?.from === day ? rowOf(row.rest, row.next) : row
}

function earlierOf(one: LocalDate | undefined, other: LocalDate | undefined): LocalDate | undefined {
  if (one === undefined || other === undefined) return one ?? other
  return one < other ? one : other
}

/** One thing that is another, as it was and as it would be. */
export type StandingDifference =
  | { readonly kind: 'status'; readonly before: ComplianceStatus; readonly after: ComplianceStatus }
  | {
      readonly kind: 'dueOn' | 'validThrough' | 'opensOn'
      readonly before: LocalDate | null
      readonly after: LocalDate | null
    }
  | { readonly kind: 'authority'; readonly before: AuthorityAnswer; readonly after: AuthorityAnswer }

/** What of two answers for one day a person would see to be different. */
export function standingDifferences(
  before: ComplianceAnswer,
  after: ComplianceAnswer,
): readonly StandingDifference[] {
  const dates = (['dueOn', 'validThrough', 'opensOn'] as const).map((kind) => {
    return { kind, before: before[kind], after: after[kind] }
  })
  const differences: StandingDifference[] = [
    { kind: 'status', before: before.status, after: after.status },
    ...dates,
    { kind: 'authority', before: before.authority, after: after.authority },
  ]
  return differences.filter((each) => each.before !== each.after)
}
