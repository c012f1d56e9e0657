import { chainEntries } from '#lib/audit/chain-entries'
import type { Context } from '#lib/context'
import { appendAudit } from '#lib/data/audit'
import { countTallies, filtersStaff, findTallies } from '#lib/data/roster-lines'
import { enterPractice } from '#lib/data/scope'
import { membershipWith } from '#lib/domain/access/actor'
import { type LocalDate, localDateAt } from '#lib/domain/calendar'
import { allRule, groupRule } from '#lib/domain/compliance/roster'
import type { RosterQuery } from '#lib/domain/compliance/roster-page'
import { linesIn } from '#lib/domain/compliance/tallies'
import { ok, type Result, refuse } from '#lib/domain/result'

type Input = {
  readonly practiceId: string
  readonly part: 'current' | 'ended'
  readonly query: RosterQuery
}

/**
 * Lets the table leave as a file, and puts on record that it does, with how many lines. What then streams it holds a
 * transaction as long as somebody reads, and the chain of the practice must not wait for that.
 */
export async function exportRoster(
  { tx, now, actor }: Context,
  { practiceId: wanted, part, query }: Input,
): Promise<Result<{ readonly today: LocalDate; readonly rows: number }, 'not-found'>> {
  const post = membershipWith(actor, wanted, 'manage')
  if (!post) return refuse('not-found')
  const { practiceId, timeZone } = post
  await enterPractice(tx, practiceId)
  const today = localDateAt(now, timeZone)
  const place = { practiceId, timeZone, today, part }
  const tallies = filtersStaff(query)
    ? (await countTallies(tx, place, query.requirementId, query)).tallies
    : await findTallies(tx, place, query.requirementId)
  const rows = linesIn(tallies, query.group ? groupRule(query.group, today) : allRule)
  const deed = { kind: 'roster-exported', asOf: today, rows } as const
  await appendAudit(tx, practiceId, chainEntries({ actorPersonId: actor.personId, recordedAt: now }, [deed]))
  return ok({ today, rows })
}
