import type { LocalDate } from '#lib/domain/calendar'
import type { History } from '#lib/domain/compliance/answer'
import { complianceStatus } from '#lib/domain/compliance/compliance-status'
import { statusSpans } from '#lib/domain/compliance/status-spans'
import { tenYearHistories } from '#tests/bench/engine/histories'

export type EngineFigures = {
  readonly people: number
  readonly eventsEach: number
  /** Of the slowest round, on one core. */
  readonly statusesPerSecond: number
  /** How many people's futures, each as all its spans from the end of the ten years on. */
  readonly futuresPerSecond: number
}

/** The engine alone, over ten-year histories, in this one thread: no database, no cache between two questions. */
export function measureEngine(quick: boolean): EngineFigures {
  const asked = tenYearHistories(500, 20)
  const events = asked.reduce((sum, { history }) => sum + history.events.length, 0)
  const pairs = asked.flatMap(({ history, on }) => on.map((day) => [history, day] as const))
  const futures = asked.map(({ history, today }) => [history, today] as const)
  const rounds = quick ? 2 : 8
  return {
    people: asked.length,
    eventsEach: Math.round(events / asked.length),
    statusesPerSecond: slowestOf(rounds, pairs, (history, day) => complianceStatus(history, day).status),
    futuresPerSecond: slowestOf(rounds, futures, (history, day) => statusSpans(history, day).length),
  }
}

/** One round warms up. CPU time, so that what else the machine does is not counted. */
function slowestOf(
  rounds: number,
  pairs: readonly (readonly [History, LocalDate])[],
  work: (history: History, day: LocalDate) => unknown,
): number {
  const speeds = Array.from({ length: rounds + 1 }, () => {
    const began = process.cpuUsage()
    for (const [history, day] of pairs) work(history, day)
    const { user, system } = process.cpuUsage(began)
    return (pairs.length / (user + system)) * 1e6
  })
  return Math.round(Math.min(...speeds.slice(1)))
}
