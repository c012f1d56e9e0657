import type { Context } from '#lib/context'
import { listPracticeTallies } from '#lib/data/network'
import { type LocalDate, localDateAt } from '#lib/domain/calendar'
import { type RosterGroup, rosterGroups } from '#lib/domain/compliance/roster'
import { groupCounts, linesOf } from '#lib/domain/compliance/tallies'
import type { PracticeId } from '#lib/domain/ids'
import { ok, type Result } from '#lib/domain/result'

type Counts = Readonly<Record<RosterGroup, number>>

export type NetworkLine = {
  readonly practiceId: PracticeId
  readonly name: string
  /** The practice's own today. */
  readonly today: LocalDate
  readonly counts: Counts
  readonly lines: number
  readonly people: number
  readonly isDue: boolean
}

export type NetworkView = {
  readonly practices: readonly NetworkLine[]
  readonly together: { readonly counts: Counts; readonly lines: number; readonly people: number }
}

/** Every practice that the actor manages, and all of them together. Two statements, sign-in included. */
export async function viewNetwork({ tx, now, actor }: Context): Promise<Result<NetworkView, 'not-found'>> {
  const managed = actor.memberships
    .filter(({ capabilities }) => capabilities.includes('manage'))
    .map((post) => ({ ...post, today: localDateAt(now, post.timeZone) }))
  const found = managed.length === 0 ? [] : await listPracticeTallies(tx, managed)
  const practices = managed.map(({ practiceId, practiceName, today }): NetworkLine => {
    const each = found.find((tallied) => tallied.practiceId === practiceId)
    const tallies = each?.tallies ?? new Map()
    const lines = linesOf(tallies)
    const asked = each?.requirements ?? 0
    const people = asked > 0 ? Math.round(lines / asked) : (tallies.get('nothing-asked') ?? 0)
    const counts = groupCounts(tallies, today)
    return { practiceId, name: practiceName, today, counts, lines, people, isDue: each?.isDue ?? true }
  })
  const sum = (of: (line: NetworkLine) => number) => practices.reduce((total, line) => total + of(line), 0)
  const counts = rosterGroups.map((group) => [group, sum((line) => line.counts[group])])
  return ok({
    practices,
    together: {
      counts: Object.fromEntries(counts) as Counts,
      lines: sum(({ lines }) => lines),
      people: sum(({ people }) => people),
    },
  })
}
