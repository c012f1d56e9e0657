import { type Instant, type LocalDate, localDateAt } from '#lib/domain/calendar'
import type { Because, ComplianceAnswer, History } from '#lib/domain/compliance/answer'
import { askedIds } from '#lib/domain/compliance/asked-person'
import { type Assessment, assessed } from '#lib/domain/compliance/assessment'
import { type AuthorityFinding, authorityOn } from '#lib/domain/compliance/authority'
import { exemptionsIn, leavesIn } from '#lib/domain/compliance/leave'
import type { Circumstances, Duty, Obligation } from '#lib/domain/compliance/obligation'
import { owedDates } from '#lib/domain/compliance/owed-dates'
import { covers, type Spell } from '#lib/domain/compliance/spells'
import { standingAfter } from '#lib/domain/compliance/standing'
import { earningIds } from '#lib/domain/compliance/standing-record'
import { type Line, type Question, statusLine } from '#lib/domain/compliance/status-line'

/**
 * Where one person stands with one requirement at one practice on the day `asOf`, as it was known at `knownAt`
 * (everything recorded, when left out). Pure: the same history gives the same answer for ever.
 */
export function complianceStatus(history: History, asOf: LocalDate, knownAt?: Instant): ComplianceAnswer {
  return answerOf(assessed(history, asOf, knownAt), asOf)
}

/** The same where the history was assessed for that day already. */
export function answerOf(assessment: Assessment, asOf: LocalDate): ComplianceAnswer {
  const { duty } = assessment
  return duty.kind === 'owed' ? answerFor(assessment, duty.obligation, asOf) : notRequired(duty)
}

/** The same at a moment: the day that the practice's zone was living then. */
export function complianceStatusAt(history: History, at: Instant, knownAt?: Instant): ComplianceAnswer {
  return complianceStatus(history, localDateAt(at, history.zone), knownAt)
}

const nothing = {
  obligationBeganOn: null,
  completedOn: null,
  keptFromOn: null,
  baselineDueOn: null,
  extendedTo: null,
  returnDueOn: null,
  excusedThrough: null,
  updateDueOn: null,
  graceThrough: null,
} as const

function notRequired({ rule, ids, policyId }: Extract<Duty, { kind: 'not-required' }>): ComplianceAnswer {
  const because: Because = { ...nothing, rule, policyId, eventIds: sorted(ids) }
  return {
    status: 'not-required',
    dueOn: null,
    opensOn: null,
    validThrough: null,
    authority: 'not-met',
    because,
  }
}

function answerFor(assessment: Assessment, obligation: Obligation, asOf: LocalDate): ComplianceAnswer {
  const { counted, circumstances } = assessment
  const { policy, spell } = obligation
  const standing = standingAfter(counted, circumstances, asOf)
  const leaves = leavesIn(spell, counted)
  const dates = owedDates(standing, obligation, circumstances, leaves, asOf)
  const question = { asOf, policy, standing, dates, leaves, exemptions: exemptionsIn(spell, counted) }
  const line = statusLine(question)
  const authority = authorityOn(asOf, isCovered(question), policy, counted, circumstances, standing.changes)
  return {
    status: line.status,
    dueOn: dates.dueOn,
    opensOn: dates.opensOn,
    validThrough: dates.validThrough,
    authority: authority.answer,
    because: becauseOf(
      question,
      line,
      obligation,
      eventIds(question, line, assessment, obligation, authority),
    ),
  }
}

/** Whether what was earned counts on the day, whatever else excuses the person. */
function isCovered({ asOf, dates, standing: { earned } }: Question): boolean {
  const isUpdateOverdue = dates.update !== null && asOf > dates.update.on
  return earned !== null && (earned.validThrough === null || asOf <= earned.validThrough) && !isUpdateOverdue
}

function becauseOf(question: Question, line: Line, obligation: Obligation, ids: readonly string[]): Because {
  const { dates, standing } = question
  return {
    rule: line.rule,
    eventIds: ids,
    policyId: obligation.policy.id,
    obligationBeganOn: obligation.beganOn,
    completedOn: standing.earned?.completedOn ?? null,
    keptFromOn: standing.earned?.keptFromOn ?? null,
    baselineDueOn: dates.baselineOn,
    extendedTo: dates.extension?.on ?? null,
    returnDueOn: dates.back?.on ?? null,
    excusedThrough: line.excusedThrough,
    updateDueOn: dates.update?.on ?? null,
    graceThrough: line.graceThrough,
  }
}

/** Everything that the answer rests on, the employment on the days of the named completions included. */
function eventIds(
  { dates, standing }: Question,
  line: Line,
  { counted, circumstances }: Assessment,
  obligation: Obligation,
  { evidence }: AuthorityFinding,
): readonly string[] {
  const earning = [...earningIds(standing, evidence?.place), ...(evidence?.ids ?? [])]
  const named = new Set(earning)
  const days = counted.filter(({ event }) => named.has(event.id)).map(({ on }) => on)
  const spells = circumstances.employment.flatMap((spell) => spellIds(spell, days, circumstances))
  const owed = [dates.extension, dates.back, dates.update].flatMap((each) => each?.ids ?? [])
  return sorted([...obligation.ids, ...spells, ...earning, ...owed, ...line.ids])
}

/** Of an employment in which something was earned; where that took more than a day, also what asked for it meanwhile. */
function spellIds(spell: Spell, days: readonly LocalDate[], { versions, person }: Circumstances) {
  const [first, ...rest] = days.filter((day) => covers(spell, day))
  if (first === undefined) return []
  const last = rest.at(-1) ?? first
  return first === last ? spell.ids : [...spell.ids, ...askedIds(versions, person, first, last)]
}

function sorted(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)].sort()
}
