import type { LocalDate } from '#lib/domain/calendar'
import type { DecidingRule } from '#lib/domain/compliance/answer'
import type { ShownAnswer } from '#lib/domain/compliance/projection'

/** Names a sentence of the reader's language. */
export type ReasonName =
  | DecidingRule
  | 'starts-later'
  | 'employment-over'
  | 'renewal-opens'
  | 'renewed-early'
  | 'renewed-in-extension'
  | 'grace-over'
  | 'moved-by-extension'
  | 'moved-by-leave'
  | 'update-owed'

/** One sentence of a *because*, and the dates that it speaks of. */
export type Reason = { readonly name: ReasonName; readonly dates: Readonly<Record<string, LocalDate>> }

type Employment = { readonly startedOn: LocalDate; readonly endedOn: LocalDate | null }

/** Why somebody's status is what it is, as sentences: the clause that decided, then what moved its dates. */
export function reasonsFor(answer: ShownAnswer, post: Employment, today: LocalDate): readonly Reason[] {
  if (answer.because.rule === 'not-employed') return [employmentReason(post, today)]
  return [
    decidingReason(answer),
    ...keptDate(answer),
    ...movedDueDate(answer),
    ...renewalOpening(answer),
    ...pastGrace(answer),
    ...owedUpdate(answer),
  ]
}

function employmentReason({ startedOn, endedOn }: Employment, today: LocalDate): Reason {
  if (startedOn > today) return { name: 'starts-later', dates: { startedOn } }
  return endedOn ? { name: 'employment-over', dates: { endedOn } } : { name: 'not-employed', dates: {} }
}

function decidingReason({ because, dueOn, validThrough, opensOn }: ShownAnswer): Reason {
  const { obligationBeganOn, completedOn, keptFromOn, baselineDueOn, extendedTo, returnDueOn } = because
  const { excusedThrough, updateDueOn, graceThrough } = because
  const began = { obligationBeganOn, completedOn, keptFromOn, baselineDueOn }
  const moved = { extendedTo, returnDueOn, excusedThrough, updateDueOn, graceThrough }
  return { name: because.rule, dates: withoutNulls({ ...began, ...moved, dueOn, validThrough, opensOn }) }
}

/** Why what was completed counts through a day that is not a whole period after it. */
function keptDate({ because: { rule, completedOn, keptFromOn } }: ShownAnswer): readonly Reason[] {
  const isToldOfCompletion = rule === 'valid' || rule === 'renewal-window-open' || rule === 'expired'
  if (!isToldOfCompletion || !completedOn || !keptFromOn || completedOn === keptFromOn) return []
  const name = completedOn < keptFromOn ? 'renewed-early' : 'renewed-in-extension'
  return [{ name, dates: { keptFromOn } }]
}

function movedDueDate({ because, dueOn }: ShownAnswer): readonly Reason[] {
  const { rule, baselineDueOn, extendedTo, returnDueOn } = because
  if (!dueOn || !baselineDueOn || dueOn === baselineDueOn) return []
  if (rule !== 'extended' && extendedTo === dueOn) {
    return [{ name: 'moved-by-extension', dates: { baselineDueOn, dueOn } }]
  }
  if (rule !== 'returned-from-leave' && returnDueOn === dueOn) {
    return [{ name: 'moved-by-leave', dates: { baselineDueOn, dueOn } }]
  }
  return []
}

function renewalOpening({ because: { rule }, opensOn }: ShownAnswer): readonly Reason[] {
  return rule === 'valid' && opensOn ? [{ name: 'renewal-opens', dates: { opensOn } }] : []
}

/** Said only where there was any grace. */
function pastGrace({ because, dueOn }: ShownAnswer): readonly Reason[] {
  const { rule, graceThrough, updateDueOn } = because
  const isPast = rule === 'never-completed' || rule === 'expired' || rule === 'update-missed'
  const from = rule === 'update-missed' ? updateDueOn : dueOn
  const hadGrace = graceThrough !== null && from !== null && graceThrough > from
  return isPast && hadGrace ? [{ name: 'grace-over', dates: { graceThrough } }] : []
}

/** The update of a changed track that is still ahead; where it is past, it is what decided. */
function owedUpdate({ because: { rule, updateDueOn } }: ShownAnswer): readonly Reason[] {
  const isSaid = rule === 'in-grace-after-update-due' || rule === 'update-missed'
  return updateDueOn && !isSaid ? [{ name: 'update-owed', dates: { updateDueOn } }] : []
}

function withoutNulls(dates: Record<string, LocalDate | null>): Record<string, LocalDate> {
  return Object.fromEntries(Object.entries(dates).flatMap(([name, on]) => (on ? [[name, on]] : [])))
}
