import type { Context } from '#lib/context'
import { listRequirements, type RequirementRecord } from '#lib/data/compliance-history'
import { listTalliesOn } from '#lib/data/outlook'
import { readPastRoster } from '#lib/data/past-roster'
import { listStaffIds } from '#lib/data/projection-state'
import { findRosterFrame } from '#lib/data/roster-frame'
import { enterPractice } from '#lib/data/scope'
import { type Membership, membershipWith } from '#lib/domain/access/actor'
import { type LocalDate, localDateAt } from '#lib/domain/calendar'
import {
  added,
  firstDueOf,
  type Hire,
  lineMovedToMonth,
  movedToMonth,
  type Outlook,
  outlookDays,
  outlookOf,
  outlookOfSpans,
  spansOfHire,
} from '#lib/domain/compliance/forecast'
import type { PracticeId } from '#lib/domain/ids'
import { ok, type Result, refuse } from '#lib/domain/result'

export type ForecastView = {
  readonly practiceId: PracticeId
  readonly practiceName: string
  readonly canAdminister: boolean
  readonly today: LocalDate
  readonly isDue: boolean
  readonly asked: WhatIf
  /** Today and the first of each of the next twelve months, if nobody does anything. */
  readonly outlook: readonly Outlook[]
  /** The same days under what was asked; null where nothing was, or where it was too much. */
  readonly whatIf: readonly Outlook[] | null
  readonly moved: { readonly count: number; readonly first: readonly Omit<MovedLine, 'spans'>[] } | null
  readonly hired: readonly { readonly requirement: string; readonly dueOn: LocalDate }[] | null
  /** How many lines there are, where they are too many to be worked out. */
  readonly tooMany: number | null
}

type MovedLine = ReturnType<typeof lineMovedToMonth> & { readonly name: string; readonly requirement: string }

export type WhatIf = {
  /** 1 to 12: everything that is renewed would be due on the last day of this month. */
  readonly month: number | null
  readonly hire: (Hire & { readonly count: number }) | null
}

/** What is to be tried, before the practice's own day is known. */
export type Wish = {
  readonly month: number | null
  readonly hireFrom: (today: LocalDate) => WhatIf['hire']
}

/** More lines than this take longer than anybody waits. */
export const mostLines = 5000
const shownMoves = 20

/** What lies ahead, month by month, and what would if something were otherwise. Writes nothing. */
export async function viewForecast(
  context: Context,
  { practiceId: wanted, wish }: { practiceId: string; wish: Wish },
): Promise<Result<ForecastView, 'not-found'>> {
  const { tx, now, actor } = context
  const post = membershipWith(actor, wanted, 'manage')
  if (!post) return refuse('not-found')
  const { practiceId, practiceName, timeZone } = post
  await enterPractice(tx, practiceId)
  const today = localDateAt(now, timeZone)
  const whatIf: WhatIf = { month: wish.month, hire: wish.hireFrom(today) }
  const days = outlookDays(today)
  const tallies = await listTalliesOn(tx, practiceId, days)
  const outlook = days.map((on, index) => outlookOf(on, tallies[index] ?? new Map()))
  const { isDue } = await findRosterFrame(tx, practiceId)
  const requirements = await listRequirements(tx, [practiceId])
  const size = requirements.length * (await listStaffIds(tx, practiceId)).length
  const isTooMuch = size > mostLines
  const move = whatIf.month && !isTooMuch ? await moveEverybody(context, post, whatIf.month) : null
  const hire = whatIf.hire && hireSome(context, post, requirements, { ...whatIf, hire: whatIf.hire })
  return ok({
    practiceId,
    practiceName,
    canAdminister: post.capabilities.includes('administer'),
    today,
    isDue,
    asked: whatIf,
    outlook,
    whatIf: combined(outlook, { move: move?.outlook, hired: hire?.outlook, hire: whatIf.hire }),
    moved: move && { count: move.lines.length, first: move.lines.slice(0, shownMoves) },
    hired: hire ? hire.owed : null,
    tooMany: whatIf.month && isTooMuch ? size : null,
  })
}

type Tried = {
  readonly move: readonly Outlook[] | undefined
  readonly hired: readonly Outlook[] | undefined
  readonly hire: WhatIf['hire']
}

/** The outlook under what was tried: moved, and with the lines of those who would be hired. */
function combined(outlook: readonly Outlook[], { move, hired = [], hire }: Tried): readonly Outlook[] | null {
  if (!move && !hire) return null
  return (move ?? outlook).map((day, index) => {
    const more = hired[index]
    return more && hire ? added(day, more, hire.count) : day
  })
}

/** Everybody's lines under the moved rules. */
async function moveEverybody({ tx, now }: Context, post: Membership, month: number) {
  const today = localDateAt(now, post.timeZone)
  const lines: MovedLine[] = []
  for await (const records of readPastRoster(tx, post)) {
    lines.push(
      ...records.flatMap(({ person, obligations }) =>
        obligations.map(({ requirement, history }) => ({
          name: person.name,
          requirement: requirement.name,
          ...lineMovedToMonth(history, month, { today, now }),
        })),
      ),
    )
  }
  const spans = lines.map((line) => line.spans)
  return {
    lines: lines.filter(({ before, after }) => before !== after),
    outlook: outlookDays(today).map((on) => outlookOfSpans(on, spans)),
  }
}

function hireSome(
  { now }: Context,
  { timeZone }: Membership,
  requirements: readonly RequirementRecord[],
  { month, hire }: WhatIf & { readonly hire: Hire },
) {
  const today = localDateAt(now, timeZone)
  const each = requirements.map(({ name, policies: own }) => {
    const policies = (month !== null && movedToMonth(own, month, { today, now })) || own
    return { name, spans: spansOfHire({ zone: timeZone, policies }, hire, { today, now }) }
  })
  return {
    owed: each.flatMap(({ name, spans }) => {
      const dueOn = firstDueOf(spans)
      return dueOn ? [{ requirement: name, dueOn }] : []
    }),
    outlook: outlookDays(today).map((on) =>
      outlookOfSpans(
        on,
        each.map(({ spans }) => spans),
      ),
    ),
  }
}
