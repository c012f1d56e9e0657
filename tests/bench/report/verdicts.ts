import type { Comparison, Ratios } from '#tests/bench/measure/compare'
import { rounded } from '#tests/bench/measure/statistics'
import type { Results } from '#tests/bench/run-parts'

export type Verdict = {
  readonly what: string
  readonly found: number
  readonly aim: number
  readonly unit: '×' | 'KB' | 'ms' | 's' | 'MB' | '/s' | 'rows'
  readonly atMost: boolean
  readonly met: boolean
}

type Aim = Omit<Verdict, 'found' | 'met'>

const atMost = (what: string, aim: number, unit: Verdict['unit']): Aim => ({ what, aim, unit, atMost: true })
const atLeast = (what: string, aim: number, unit: Verdict['unit']): Aim => ({
  what,
  aim,
  unit,
  atMost: false,
})

const judged = (aim: Aim, found: number): Verdict => ({
  ...aim,
  found,
  met: aim.atMost ? found <= aim.aim : found >= aim.aim,
})

/** What was aimed at, and the worst that was found: over the numbers of connections, where there are several. */
export function verdictsOf(results: Results): Verdict[] {
  const { attempt, dashboard, engine, idle, import: imported, starts } = results
  return [
    ...lessonVerdicts('Lesson page', results.lessonPage),
    ...lessonVerdicts('Lesson page and reading recorded', results.lessonRead),
    ...(attempt ? [judged(atMost('Attempt, CPU', 2.5, '×'), worst(attempt, 'cpu', Math.max))] : []),
    ...weightVerdicts(results),
    ...(imported ? [judged(atMost('Import of 10,000 people', 30, 's'), imported.seconds)] : []),
    ...(dashboard ? [judged(atMost('Dashboard of 1,000 staff, p95', 150, 'ms'), dashboard.p95Ms)] : []),
    ...(engine
      ? [judged(atLeast('Statuses over ten years, on one core', 10_000, '/s'), engine.statusesPerSecond)]
      : []),
    ...scaleVerdicts(results.scale ?? []),
    ...(idle ? [judged(atMost('Idle memory, all processes', 350, 'MB'), idle.mb)] : []),
    ...(starts ? [judged(atMost('Second start', 5, 's'), starts.secondMs / 1000)] : []),
  ]
}

function scaleVerdicts(sizes: Results['scale'] & object): Verdict[] {
  const [smallest] = sizes
  const largest = sizes.at(-1)
  if (!smallest || !largest) return []
  const growth = largest.pages.dashboard.cpuMs / smallest.pages.dashboard.cpuMs
  const rows = Math.max(...sizes.map(({ rowsOfDashboard }) => rowsOfDashboard))
  const perThousand = (largest.pages['past date'].p95Ms * 1000) / Math.max(1000, largest.staffOfPractice)
  return [
    judged(atMost('Dashboard at the largest size, CPU of the smallest', 2, '×'), rounded(growth)),
    judged(atMost('Dashboard at the largest size, p95', 100, 'ms'), largest.pages.dashboard.p95Ms),
    judged(atMost('Rows read for a dashboard, the most', 5000, 'rows'), rows),
    judged(atMost('Past date for each 1,000 staff, five requirements', 500, 'ms'), rounded(perThousand)),
  ]
}

function lessonVerdicts(name: string, comparisons: readonly Comparison[] | undefined): Verdict[] {
  if (!comparisons) return []
  return [
    judged(atMost(`${name}, CPU`, 1.8, '×'), worst(comparisons, 'cpu', Math.max)),
    judged(atLeast(`${name}, throughput`, 0.6, '×'), worst(comparisons, 'throughput', Math.min)),
    judged(atMost(`${name}, p95`, 1.8, '×'), worst(comparisons, 'p95', Math.max)),
  ]
}

function weightVerdicts({ weight }: Results): Verdict[] {
  if (!weight) return []
  const { beacon, bare } = weight
  const scriptKb = Math.round((beacon.cold.scriptKb - bare.cold.scriptKb) * 100) / 100
  return [
    judged(atMost('Cold lesson on the wire', 220, 'KB'), beacon.cold.kb),
    judged(atMost('Cold lesson, JavaScript above bare', 25, 'KB'), scriptKb),
    judged(atMost('Warm lesson on the wire', 15, 'KB'), beacon.warm.kb),
  ]
}

function worst(
  comparisons: readonly Comparison[],
  ratio: Exclude<keyof Ratios, 'cpuOfRounds'>,
  pick: (...values: number[]) => number,
): number {
  return pick(...comparisons.map(({ ratios }) => ratios[ratio]))
}
