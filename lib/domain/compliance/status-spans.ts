import { addDays, endOfTime, type Instant, type LocalDate } from '#lib/domain/calendar'
import type { ComplianceAnswer, History } from '#lib/domain/compliance/answer'
import { type Assessment, assessed } from '#lib/domain/compliance/assessment'
import { approvedThrough } from '#lib/domain/compliance/authority'
import { answerOf } from '#lib/domain/compliance/compliance-status'
import { type Counted, countedEvidence } from '#lib/domain/compliance/counted-evidence'

/**
 * Days on which one answer holds, both end days included; `through` null where it holds until something happens. What a
 * person is told holds on all of them; the facts and the policy behind it are those of the first.
 */
export type StatusSpan = {
  readonly from: LocalDate
  readonly through: LocalDate | null
  readonly answer: ComplianceAnswer
}

type Limits = {
  /** The last day of interest, and the end of the last span. Left out, the spans go on for ever. */
  readonly upTo?: LocalDate
  /** As in `complianceStatus`. */
  readonly knownAt?: Instant
}

/** An answer, and the first day on which it holds. */
export type AnswerFrom = { readonly from: LocalDate; readonly answer: ComplianceAnswer }

/**
 * What `complianceStatus` answers on every day from `from` on, as spans without a gap. Facts and policy versions of later
 * days that are known already count on their day; nothing else is assumed to happen. Only the days on which an answer can
 * change are asked: those named by facts, policies and the answers themselves.
 */
export function statusSpans(history: History, from: LocalDate, limits: Limits = {}): StatusSpan[] {
  const starts = [...answersFrom(history, from, limits)]
  return starts.map((start, index) => {
    const next = starts[index + 1]
    return { ...start, through: next ? addDays(next.from, -1) : (limits.upTo ?? null) }
  })
}

/** The same, one after another, for who may stop early. */
export function* answersFrom(
  history: History,
  from: LocalDate,
  { upTo, knownAt }: Limits = {},
): Generator<AnswerFrom, undefined> {
  const turns = turnsIn(history, knownAt)
  let said: string | undefined
  let day: LocalDate | undefined = from
  while (day !== undefined && (upTo === undefined || day <= upTo)) {
    const assessment = assessed(history, day, knownAt)
    const answer = answerOf(assessment, day)
    const saying = told(answer)
    if (saying !== said) yield { from: day, answer }
    said = saying
    day = nextAfter(day, turns, turnsOf(answer, assessment))
  }
}

function nextAfter(day: LocalDate, ...lists: readonly (readonly LocalDate[])[]): LocalDate | undefined {
  let next: LocalDate | undefined
  for (const list of lists)
    for (const each of list) if (each > day && (next === undefined || each < next)) next = each
  return next
}

/** What an answer says to a person, whatever facts it rests on. */
function told({ because, ...answer }: ComplianceAnswer): string {
  const { eventIds: _, policyId: __, ...reason } = because
  return JSON.stringify([answer, reason])
}

/** The days named by facts and policies: the first day of what begins, and the day after what ends. */
function turnsIn({ events, policies }: History, knownAt: Instant | undefined): readonly LocalDate[] {
  const facts = countedEvidence(events, endOfTime, knownAt)
  return [...facts.flatMap(turnsOfFact), ...policies.map(({ effectiveOn }) => effectiveOn)]
}

function turnsOfFact({ event, on }: Counted): readonly LocalDate[] {
  switch (event.kind) {
    case 'employment-ended':
    case 'role-ended':
    case 'leave-ended':
      return [on, addDays(on, 1)]
    case 'leave-started':
    case 'exempted':
      return [on, addDays(event.through, 1)]
    case 'superseded':
      // A critical change bites on its due day, a material one the day after, which the answer names.
      return 'dueOn' in event ? [on, event.dueOn] : [on]
    case 'employed':
    case 'role-started':
    case 'location-set':
    case 'employment-kind-set':
    case 'part-started':
    case 'part-completed':
    case 'completed':
    case 'external-accepted':
    case 'extended':
    case 'corrected':
    case 'updated':
    case 'licence-renewal-set':
    case 'retired':
      return [on]
  }
}

/** The days on which an answer ends by itself: the window opens, or the day after one of its dates. */
function turnsOf(answer: ComplianceAnswer, assessment: Assessment): readonly LocalDate[] {
  const { duty } = assessment
  if (duty.kind === 'not-required') return []
  const { dueOn, opensOn, validThrough, because } = answer
  const { extendedTo, returnDueOn, updateDueOn, baselineDueOn } = because
  const { policy } = duty.obligation
  const lastDays = [dueOn, validThrough, extendedTo, returnDueOn, updateDueOn, baselineDueOn]
  const graces = [dueOn, updateDueOn].flatMap((due) => (due ? addDays(due, policy.graceDays) : []))
  const ends = [...lastDays, ...graces, ...approvedThrough(policy, assessment)]
  return [...(opensOn ? [opensOn] : []), ...ends.flatMap((end) => (end ? addDays(end, 1) : []))]
}
