import { addDays, endOfTime, type LocalDate } from '#lib/domain/calendar'
import type { ComplianceAnswer, ComplianceStatus, History } from '#lib/domain/compliance/answer'
import { countedEvidence } from '#lib/domain/compliance/counted-evidence'
import { type StatusSpan, statusSpans } from '#lib/domain/compliance/status-spans'

/** Counts up whenever the same facts are to be projected otherwise: then everything is made anew at the start. */
export const projectionVersion = 4

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
  const spans = statusSpans(history, from).flatMap((span) => cutWhereBegun(history, span))
  const lastEmployed = spans.findLastIndex(({ answer }) => answer.because.rule !== 'not-employed')
  return spans.map(({ answer, ...days }, index) => ({
    ...days,
    answer: shown(answer),
    hasLeft: index > lastEmployed && answer.because.rule === 'not-employed' && wasEmployed(answer),
    hasBegun: hasBegunOn(history, answer, days.from),
  }))
}

/** In two where the person begins on a day within it: who is overdue and begins is told the same, and shown otherwise. */
function cutWhereBegun(history: History, span: StatusSpan): readonly StatusSpan[] {
  const { from, through, answer } = span
  if (hasBegunOn(history, answer, from)) return [span]
  const day = firstWorkFor(history, answer)
  if (day === undefined || (through !== null && day > through)) return [span]
  return [
    { ...span, through: addDays(day, -1) },
    { ...span, from: day },
  ]
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
export function hasBegunOn(history: History, answer: ComplianceAnswer, day: LocalDate): boolean {
  if (answer.because.completedOn !== null || answer.status === 'in-progress') return true
  const begunOn = firstWorkFor(history, answer)
  return begunOn !== undefined && begunOn <= day
}

/** The day of the first work for what is overdue. */
function firstWorkFor({ events }: History, { status, because }: ComplianceAnswer): LocalDate | undefined {
  const since = because.obligationBeganOn
  if ((status !== 'overdue' && status !== 'in-grace') || since === null) return undefined
  return countedEvidence(events, endOfTime, undefined).find(
    ({ event, on }) => work.has(event.kind) && on >= since,
  )?.on
}
