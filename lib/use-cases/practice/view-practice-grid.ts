import type { Context } from '#lib/context'
import { type GridPerson, listGrid } from '#lib/data/grid'
import { findRosterFrame, type RosterFrame } from '#lib/data/roster-frame'
import { enterPractice } from '#lib/data/scope'
import { membershipWith } from '#lib/domain/access/actor'
import { type LocalDate, localDateAt } from '#lib/domain/calendar'
import { allRule, groupRule } from '#lib/domain/compliance/roster'
import type { RosterQuery } from '#lib/domain/compliance/roster-page'
import type { PracticeId } from '#lib/domain/ids'
import { ok, type Result, refuse } from '#lib/domain/result'

export type PracticeGridView = RosterFrame & {
  readonly practiceId: PracticeId
  readonly practiceName: string
  readonly canAdminister: boolean
  readonly today: LocalDate
  readonly people: readonly GridPerson[]
  /** People on all pages together. */
  readonly total: number
  readonly page: number
  readonly pages: number
}

const peopleOnPage = 25

/** Everybody against every requirement today, by name. With a filter by status: whoever has a line in it, whole. */
export async function viewPracticeGrid(
  { tx, now, actor }: Context,
  { practiceId: wanted, part, query }: { practiceId: string; part: 'current' | 'ended'; query: RosterQuery },
): Promise<Result<PracticeGridView, 'not-found'>> {
  const post = membershipWith(actor, wanted, 'manage')
  if (!post) return refuse('not-found')
  const { practiceId, practiceName, timeZone } = post
  await enterPractice(tx, practiceId)
  const today = localDateAt(now, timeZone)
  const frame = await findRosterFrame(tx, practiceId)
  const rule = query.group ? groupRule(query.group, today) : allRule
  const skip = (query.page - 1) * peopleOnPage
  const { people, total } = await listGrid(
    tx,
    { practiceId, timeZone, today, part },
    { query, rule, skip, take: peopleOnPage },
  )
  return ok({
    ...frame,
    practiceId,
    practiceName,
    canAdminister: post.capabilities.includes('administer'),
    today,
    people,
    total,
    page: query.page,
    pages: Math.max(1, Math.ceil(total / peopleOnPage)),
  })
}
