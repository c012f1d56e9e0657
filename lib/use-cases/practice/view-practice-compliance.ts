import type { Context } from '#lib/context'
import type { AttemptsAsked } from '#lib/data/attempts-asked'
import { findPracticeTasks } from '#lib/data/practice-tasks'
import { findRosterFrame, type RosterFrame } from '#lib/data/roster-frame'
import {
  countTallies,
  filtersStaff,
  findTallies,
  listByUrgency,
  listSorted,
  type RosterPlace,
  readLines,
} from '#lib/data/roster-lines'
import { enterPractice } from '#lib/data/scope'
import { membershipWith } from '#lib/domain/access/actor'
import { type LocalDate, localDateAt } from '#lib/domain/calendar'
import { allRule, groupRule } from '#lib/domain/compliance/roster'
import type { RosterPage, RosterQuery } from '#lib/domain/compliance/roster-page'
import { groupCounts, linesIn, linesOf, stretchesOf, type Tallies } from '#lib/domain/compliance/tallies'
import { type LocalContactTasks, localContactTasks } from '#lib/domain/curriculum/local-contacts'
import type { PracticeId } from '#lib/domain/ids'
import { ok, type Result, refuse } from '#lib/domain/result'

export type PracticeComplianceView = RosterPage &
  RosterFrame & {
    readonly practiceId: PracticeId
    readonly practiceName: string
    readonly canAdminister: boolean
    /** The day in the practice's zone that every status is of. */
    readonly today: LocalDate
    readonly localContacts: LocalContactTasks
    /** Messages to staff that were given up. */
    readonly undelivered: number
    /** Certificates from elsewhere that wait for a second person. */
    readonly waitingExternals: number
    /** Who asks for more attempts at a quiz, the earliest first. */
    readonly attemptsAsked: readonly AttemptsAsked[]
  }

type Input = {
  readonly practiceId: string
  readonly part: 'current' | 'ended'
  readonly query: RosterQuery
  /** Lines on a page; more where the page is for paper. */
  readonly pageSize?: number
}

/** Who is current today, and why: the counts and one page of the table. Seven statements, sign-in included. */
export async function viewPracticeCompliance(
  { tx, now, actor, language }: Context,
  { practiceId: wanted, part, query, pageSize = 50 }: Input,
): Promise<Result<PracticeComplianceView, 'not-found'>> {
  const post = membershipWith(actor, wanted, 'manage')
  if (!post) return refuse('not-found')
  const { practiceId, practiceName, timeZone } = post
  await enterPractice(tx, practiceId)
  const today = localDateAt(now, timeZone)
  const place = { practiceId, timeZone, today, part }
  const frame = await findRosterFrame(tx, practiceId)
  const { localChecks, ...tasks } = await findPracticeTasks(tx, practiceId, language, now)
  const { tallies, people } = await talliesFor(tx, place, query, frame)
  const rule = query.group ? groupRule(query.group, today) : allRule
  const total = linesIn(tallies, rule)
  const pages = Math.max(1, Math.ceil(total / pageSize))
  const page = Math.min(query.page, pages)
  const span = { skip: (page - 1) * pageSize, take: pageSize }
  const keys = isByUrgency(query)
    ? await listByUrgency(tx, place, query.requirementId, {
        rule,
        stretches: stretchesOf(tallies, rule, span),
      })
    : await listSorted(tx, place, query, { rule, ...span })
  return ok({
    ...frame,
    practiceId,
    practiceName,
    canAdminister: post.capabilities.includes('administer'),
    today,
    counts: groupCounts(tallies, today),
    counted: { people, lines: linesOf(tallies) },
    rows: await readLines(tx, place, { keys, requirements: frame.requirements }, now),
    total,
    page,
    pages,
    ...tasks,
    localContacts: localContactTasks(localChecks, today),
  })
}

/** The order and the filters that the counts know. */
function isByUrgency(query: RosterQuery): boolean {
  return query.sort === 'urgency' && !query.descending && !filtersStaff(query)
}

async function talliesFor(
  tx: Context['tx'],
  place: RosterPlace,
  query: RosterQuery,
  { requirements }: RosterFrame,
): Promise<{ tallies: Tallies; people: number }> {
  if (filtersStaff(query)) return countTallies(tx, place, query.requirementId, query)
  const tallies = await findTallies(tx, place, query.requirementId)
  // Everybody has a line for every requirement, asked or not.
  const linesEach = query.requirementId ? 1 : Math.max(1, requirements.length)
  return { tallies, people: Math.round(linesOf(tallies) / linesEach) }
}
