import type { LocalDate } from '#lib/domain/calendar'
import type { ComplianceAnswer } from '#lib/domain/compliance/answer'
import { complianceStatus } from '#lib/domain/compliance/compliance-status'
import type { Asked, Proposal, Situation } from '#lib/domain/people/entries/entry'
import { withProposed } from '#lib/domain/people/entries/proposed-history'

/** How one requirement stands on a day without the entry, and with it. */
export type DayEffect = {
  readonly on: LocalDate
  readonly before: ComplianceAnswer
  readonly after: ComplianceAnswer
  readonly changes: boolean
}

export type Effect = {
  readonly requirement: Asked['requirement']
  readonly trackId: string
  /** Today first; then, in order, the other days on which the entry could show. */
  readonly days: readonly DayEffect[]
}

/** What a proposal would do to each requirement's status and dates: the engine's own answers, over facts not yet written. */
export function effectsOf({ facts, days }: Proposal, { asked, today, now }: Situation): readonly Effect[] {
  const others = [...new Set(days)].filter((day) => day !== today).sort()
  return asked.map((one) => {
    const proposed = withProposed(one, facts, now)
    return {
      requirement: one.requirement,
      trackId: one.trackId,
      days: [today, ...others].map((on) => {
        const before = complianceStatus(one.history, on)
        const after = complianceStatus(proposed, on)
        return { on, before, after, changes: differs(before, after) }
      }),
    }
  })
}

function differs(before: ComplianceAnswer, after: ComplianceAnswer): boolean {
  return (
    before.status !== after.status ||
    before.dueOn !== after.dueOn ||
    before.validThrough !== after.validThrough ||
    before.opensOn !== after.opensOn
  )
}
