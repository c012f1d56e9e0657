import { addDays, type LocalDate, laterOf } from '#lib/domain/calendar'
import type { ComplianceAnswer, ComplianceStatus, History } from '#lib/domain/compliance/answer'
import { countedEvidence } from '#lib/domain/compliance/counted-evidence'
import { statusSpans } from '#lib/domain/compliance/status-spans'

/** Counts up whenever the same facts are to be projected otherwise: then everything is made anew at the start. */
export const projectionVersion = 2

/** One span of the projection: what every list shows, without the facts behind it, which the function names. */
export type ProjectedSpan = {
  readonly from: LocalDate
  /** The last day; null for ever. */
  readonly through: LocalDate | null
  readonly answer: ShownAnswer
  /** The employment is over, and no other one is on record. */
  readonly hasLeft: boolean
  /** Something was begun or completed since the obligation began, or counts from before. */
  readonly hasBegun: boolean
}

/** An answer with its reasons, as people read it. */
export type ShownAnswer = Omit<ComplianceAnswer, 'because'> & {
  readonly because: Omit<ComplianceAnswer['because'], 'eventIds' | 'policyId'>
}

/** What needs a manager first, first. */
export const urgency: readonly ComplianceStatus[] = [
  'overdue',
  'lapsed',
  'in-grace',
  'not-started',
  'in-progress',
  'renewal-open',
  'compliant',
  'on-leave',
  'exempt',
  'not-required',
]

/** The spans of one person and one requirement from a day on, the one before today, if nothing is recorded any more. */
export function projectedSpans(history: History, from: LocalDate): readonly ProjectedSpan[] {
  const spans = statusSpans(history, from)
  const lastEmployed = spans.findLastIndex(({ answer }) => answer.because.rule !== 'not-employed')
  return spans.map(({ answer, ...days }, index) => ({
    ...days,
    answer: shown(answer),
    hasLeft: index > lastEmployed && answer.because.rule === 'not-employed' && wasEmployed(answer),
    // What was begun today counts in a span that began yesterday.
    hasBegun: hasBegunOn(history, answer, laterOf(days.from, addDays(from, 1))),
  }))
}

function shown({ because, ...answer }: ComplianceAnswer): ShownAnswer {
  const { eventIds: _, policyId: __, ...reason } = because
  return { ...answer, because: reason }
}

/** A person who starts later has no employment behind the answer yet. */
function wasEmployed({ because }: ComplianceAnswer): boolean {
  return because.eventIds.length > 0
}

const work: ReadonlySet<string> = new Set([
  'part-started',
  'part-completed',
  'completed',
  'updated',
  'external-accepted',
])

/** Whether anything was begun or completed by the day since the obligation began, or counts from before. */
export function hasBegunOn({ events }: History, answer: ComplianceAnswer, day: LocalDate): boolean {
  const { status, because } = answer
  if (because.completedOn !== null || status === 'in-progress') return true
  if (status !== 'overdue' && status !== 'in-grace') return false
  const since = because.obligationBeganOn ?? day
  return countedEvidence(events, day, undefined).some(({ event, on }) => work.has(event.kind) && on >= since)
}
