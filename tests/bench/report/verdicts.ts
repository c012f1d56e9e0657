import type { Comparison, Ratios } from '#tests/bench/measure/compare'
import { rounded } from '#tests/bench/measure/statistics'
import type { Results } from '#tests/bench/run-parts'
import type { ExportFigures } from '#tests/bench/scale/measure-export'
import type { ScaleFigures } from '#tests/bench/scale/measure-scale'

export type Verdict = {
  readonly what: string
  readonly found: number
  readonly aim: number
  readonly unit: '×' | 'KB' | 'ms' | 's' | 'MB' | '/s' | 'rows' | 'µs'
  readonly atMost: boolean
  readonly met: boolean
  /** The same at each size of the part `scale`, the fewest first. */
  readonly atSizes?: readonly number[]
}

type Aim = Omit<Verdict, 'found' | 'met' | 'atSizes'>

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
  const { attempt, attempts, dashboard, engine, idle, import: imported, starts } = results
  return [
    ...lessonVerdicts('Lesson page', results.lessonPage),
    ...lessonVerdicts('Lesson page and reading recorded', results.lessonRead),
    ...(attempt ? [judged(atMost('Attempt, CPU', 2.5, '×'), worst(attempt, 'cpu', Math.max))] : []),
    ...attemptsVerdicts(attempts),
    ...authoringVerdicts(results.authoring),
    ...weightVerdicts(results),
    ...importVerdicts(imported),
    ...(dashboard ? [judged(atMost('Dashboard of 1,000 staff, p95', 150, 'ms'), dashboard.p95Ms)] : []),
    ...(engine
      ? [judged(atLeast('Statuses over ten years, on one core', 10_000, '/s'), engine.statusesPerSecond)]
      : []),
    ...scaleVerdicts(results.scale ?? []),
    ...(idle ? [judged(atMost('Idle memory, all processes', 350, 'MB'), idle.mb)] : []),
    ...(starts ? [judged(atMost('Second start', 5, 's'), starts.secondMs / 1000)] : []),
  ]
}

/** “Without blocking others” as a number: nobody’s page takes longer than a second because of it. */
function importVerdicts(imported: Results['import']): Verdict[] {
  if (!imported) return []
  return [
    judged(atMost(`Import of ${imported.rows} people`, 30, 's'), rounded(imported.seconds)),
    judged(atMost('A learner’s page meanwhile, p95', 1000, 'ms'), rounded(imported.others.p95Ms)),
  ]
}

/** As issue 5 asks, at eight workers. */
function attemptsVerdicts(attempts: Results['attempts']): Verdict[] {
  const direct = attempts?.figures.find(({ workers }) => workers === 8)
  const http = attempts?.overHttp.find(({ connections }) => connections === 8)
  if (!attempts || !direct || !http) return []
  return [
    judged(atLeast('Whole attempts by the use cases, 8 workers', 55, '/s'), direct.attemptsPerSecond),
    judged(atMost('Whole attempt by the use cases, CPU', 12, 'ms'), direct.cpuMsPerAttempt),
    judged(atLeast('Whole attempts over HTTP, 8 connections', 15, '/s'), http.operationsPerSecond),
    judged(atMost('200 hand-ins within two seconds, the slowest', 5000, 'ms'), attempts.burst.slowestMs),
  ]
}

/** As issue 6 asks. */
function authoringVerdicts(authoring: Results['authoring']): Verdict[] {
  if (!authoring) return []
  const { preview, publication, hostile } = authoring
  return [
    judged(atMost('Preview of 2,000 words, p95', 300, 'ms'), preview.p95Ms),
    judged(atMost('Preview drawn in a browser, p95', 300, 'ms'), preview.drawnP95Ms),
    judged(atMost('Publication of ten lessons', 5, 's'), rounded(publication.tens.slowestMs / 1000)),
    judged(atMost('Publication of 200 lessons', 10, 's'), rounded(publication.hundreds.slowestMs / 1000)),
    judged(atMost('A published lesson is seen by a learner, p95', 1000, 'ms'), publication.visibleP95Ms),
    judged(atMost('A hostile text is refused by the preview', 2500, 'ms'), hostile.preview.slowestMs),
    judged(atMost('A hostile text is refused by the checks', 2500, 'ms'), hostile.checks.slowestMs),
    judged(atMost('Somebody else’s pages meanwhile, p99', 300, 'ms'), hostile.others.p99Ms),
  ]
}

/** Judged at the largest size; where it is an aim at any size, by the worst. */
function scaleVerdicts(sizes: Results['scale'] & object): Verdict[] {
  const [smallest] = sizes
  if (!smallest) return []
  const largestOf = (of: (size: ScaleFigures) => number, aim: Aim): Verdict => {
    const atSizes = sizes.map((size) => rounded(of(size)))
    return { ...judged(aim, atSizes.at(-1) ?? Number.NaN), atSizes }
  }
  const worstOf = (of: (size: ScaleFigures) => number, aim: Aim): Verdict => {
    const atSizes = sizes.map((size) => rounded(of(size)))
    // A size at which there was nothing to ask says nothing.
    return { ...judged(aim, Math.max(...atSizes.filter((figure) => !Number.isNaN(figure)))), atSizes }
  }
  const perThousand = ({ pages, staffOfPractice }: ScaleFigures) =>
    (pages['past date'].p95Ms * 1000) / Math.max(1000, staffOfPractice)
  const cpuBySmallest = ({ pages }: ScaleFigures) => pages.dashboard.cpuMs / smallest.pages.dashboard.cpuMs
  return [
    largestOf(cpuBySmallest, atMost('Dashboard, CPU of the smallest size', 2, '×')),
    largestOf(({ pages }) => pages.dashboard.p95Ms, atMost('Dashboard, p95', 100, 'ms')),
    worstOf(({ rowsRead }) => rowsRead.first, atMost('Rows read for the dashboard', 5000, 'rows')),
    worstOf(({ rowsRead }) => rowsRead.second, atMost('Rows read for its second page', 5000, 'rows')),
    worstOf(({ rowsRead }) => rowsRead.last, atMost('Rows read for its last page', 5000, 'rows')),
    largestOf(perThousand, atMost('Past date for 1,000 staff, five requirements, p95', 500, 'ms')),
    worstOf(({ completion }) => completion.maxMs, atMost('Completion stands in the totals', 1000, 'ms')),
    ...exportVerdicts(largestOf),
  ]
}

function exportVerdicts(largestOf: (of: (size: ScaleFigures) => number, aim: Aim) => Verdict): Verdict[] {
  const of = (figure: keyof ExportFigures) => (size: ScaleFigures) => size.export[figure]
  return [
    largestOf(of('firstByteMs'), atMost('Export of all lines, first byte', 300, 'ms')),
    largestOf(of('firstLineMs'), atMost('Export of all lines, first line of a person', 300, 'ms')),
    largestOf(of('cpuMicrosecondsPerRow'), atMost('Export of all lines, CPU a row', 40, 'µs')),
    largestOf(of('grownMb'), atMost('Export of all lines, memory growth', 48, 'MB')),
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
