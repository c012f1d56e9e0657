import { addDays, addMonths, type LocalDate } from '#lib/domain/calendar'
import type { ComplianceAnswer, History } from '#lib/domain/compliance/answer'
import { complianceStatus } from '#lib/domain/compliance/compliance-status'
import type { EvidenceEvent } from '#lib/domain/compliance/evidence'
import type { Policy } from '#lib/domain/compliance/policy'
import { invariant } from '#lib/domain/invariant'

/** Consecutive days with one answer, both ends included; `through` null where it holds for ever. */
export type StatusSpan = {
  readonly from: LocalDate
  readonly through: LocalDate | null
  readonly answer: ComplianceAnswer
}

// No history that people make comes near; one that turns without end must not hang whoever asks.
const mostTurns = 10_000

/**
 * The answers for every day from `from` on, if nothing is recorded any more: what is known already speaks also of days ahead
 * (a hire next week, the end of a leave, a policy from the first of January). Day for day it equals `complianceStatus`.
 */
export function statusSpans(history: History, from: LocalDate): readonly StatusSpan[] {
  const known = knownTurns(history).filter((day) => day > from)
  const spans: StatusSpan[] = []
  let day = from
  for (let turn = 0; turn < mostTurns; turn += 1) {
    const answer = complianceStatus(history, day)
    const next = earliest([...known, ...turnsOf(answer, history.policies)], day)
    append(spans, { from: day, through: next && addDays(next, -1), answer })
    if (next === null) return spans
    day = next
  }
  invariant(false, 'a history has an end')
}

function append(spans: StatusSpan[], span: StatusSpan): void {
  const last = spans.at(-1)
  if (last && isAlike(last.answer, span.answer)) spans[spans.length - 1] = { ...last, through: span.through }
  else spans.push(span)
}

/** Whether two answers say the same to a person, whatever facts they rest on. */
function isAlike(a: ComplianceAnswer, b: ComplianceAnswer): boolean {
  return told(a) === told(b)
}

function told({ because, ...answer }: ComplianceAnswer): string {
  const { eventIds: _, policyId: __, ...reason } = because
  return JSON.stringify([answer, reason])
}

function earliest(days: readonly LocalDate[], after: LocalDate): LocalDate | null {
  return days.reduce<LocalDate | null>(
    (best, day) => (day > after && (best === null || day < best) ? day : best),
    null,
  )
}

const dayAfter = (day: LocalDate) => addDays(day, 1)

/** The days on which what is recorded may make a difference, beside those that an answer itself tells. */
function knownTurns({ events, policies }: History): readonly LocalDate[] {
  return [
    ...policies.map(({ effectiveOn }) => effectiveOn),
    ...events.flatMap((event) => turnsOfEvent(event, policies)),
  ]
}

function turnsOfEvent(event: EvidenceEvent, policies: readonly Policy[]): readonly LocalDate[] {
  const { effectiveOn: on } = event
  // Facts that speak of a last day, and corrections that may move one, make a difference on the next.
  const around = [on, dayAfter(on)]
  switch (event.kind) {
    case 'leave-started':
    case 'exempted':
      return [...around, dayAfter(event.through)]
    case 'extended':
      return [...around, dayAfter(event.to)]
    case 'superseded':
      return 'dueOn' in event ? [...around, event.dueOn, dayAfter(event.dueOn)] : around
    case 'external-accepted':
      return [...around, ...endsOfExternal(on, event.validThrough, policies).map(dayAfter)]
    default:
      return around
  }
}

/** Until when evidence from elsewhere counts by itself, which an authority may ask: not always the person's own date. */
function endsOfExternal(
  on: LocalDate,
  stated: LocalDate | undefined,
  policies: readonly Policy[],
): readonly LocalDate[] {
  if (stated) return [stated]
  return policies.flatMap((policy) => ('periodMonths' in policy ? [addMonths(on, policy.periodMonths)] : []))
}

function turnsOf(answer: ComplianceAnswer, policies: readonly Policy[]): readonly LocalDate[] {
  const { because, dueOn, opensOn, validThrough } = answer
  const { graceThrough, excusedThrough, extendedTo, returnDueOn, updateDueOn } = because
  const owed = [dueOn, updateDueOn].flatMap((day) => day ?? [])
  const graces = policies.flatMap(({ graceDays }) => owed.map((day) => addDays(day, graceDays)))
  const last = [validThrough, graceThrough, excusedThrough, extendedTo, returnDueOn]
  return [
    ...(opensOn ? [opensOn] : []),
    ...[...last.flatMap((day) => day ?? []), ...owed, ...graces].map(dayAfter),
  ]
}
