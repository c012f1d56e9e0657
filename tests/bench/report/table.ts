import type { Comparison, Figures } from '#tests/bench/measure/compare'
import type { Machine } from '#tests/bench/report/machine'
import { scaleTable } from '#tests/bench/report/scale-table'
import type { Verdict } from '#tests/bench/report/verdicts'
import type { Results } from '#tests/bench/run-parts'

type Report = Results & {
  readonly command: string
  readonly quick: boolean
  readonly before: Machine
  readonly after: Machine
  readonly verdicts: readonly Verdict[]
}

/** The figures as Markdown, so that they can be pasted where they are needed. */
export function inTable(report: Report): string {
  const { before, after, faults } = report
  const void_ = faults.map((fault) => `VOID: ${fault}`)
  const rough = report.quick ? ['A quick run: the figures are rough.'] : []
  return [
    `Commit ${before.commit}, ${before.at}, ${before.processors}, ${before.memoryGb} GB, Node ${before.node}`,
    `Load before ${before.load}, after ${after.load}. Command: ${report.command}`,
    ...report.commands.map((command) => `Started with: ${command}`),
    ...rough,
    ...void_,
    '',
    ...comparisonTable(report),
    ...attemptsTable(report),
    ...authoringFigures(report),
    ...otherFigures(report),
    ...scaleTable(report.scale ?? []),
    '',
    ...verdictTable(report),
    '',
    'The same for the handbook (content/handbook/speed.md):',
    ...verdictList(report),
  ].join('\n')
}

function comparisonTable(report: Report): string[] {
  const rows = (
    [
      ['Lesson page', report.lessonPage],
      ['Lesson page and reading', report.lessonRead],
      ['Whole attempt', report.attempt],
    ] as const
  ).flatMap(([name, comparisons]) => (comparisons ?? []).map((comparison) => comparisonRow(name, comparison)))
  if (rows.length === 0) return []
  const head = [
    'Work',
    'Connections',
    'CPU ms',
    'ratio',
    'per second',
    'ratio',
    'p50 ms',
    'p95 ms',
    'p95 ratio',
  ]
  return [...asTable([[...head, 'CPU ratio of each round'], ...rows]), '', '(Beacon / bare)', '']
}

function comparisonRow(name: string, { connections, beacon, bare, ratios }: Comparison): string[] {
  const both = (figure: Exclude<keyof Figures, 'faults'>) => `${beacon[figure]} / ${bare[figure]}`
  return [
    name,
    String(connections),
    both('cpuMsPerOperation'),
    `${ratios.cpu}×`,
    both('operationsPerSecond'),
    `${ratios.throughput}×`,
    both('p50Ms'),
    both('p95Ms'),
    `${ratios.p95}×`,
    ratios.cpuOfRounds.join(' '),
  ]
}

function attemptsTable({ attempts }: Report): string[] {
  if (!attempts) return []
  const { figures, overHttp, burst, statementsPerAttempt, writingCommitsPerAttempt } = attempts
  const head = ['Whole attempts', 'At once', 'per second', 'CPU ms', 'p95 ms', 'hand-in p95 ms']
  const direct = figures.map((each) => [
    'use cases',
    ...[each.workers, each.attemptsPerSecond, each.cpuMsPerAttempt, each.p95Ms, each.submitP95Ms].map(String),
  ])
  const http = overHttp.map((each) => [
    'HTTP',
    ...[each.connections, each.operationsPerSecond, each.cpuMsPerOperation, each.p95Ms].map(String),
    '',
  ])
  return [
    ...asTable([head, ...direct, ...http]),
    '',
    `By the use cases, an attempt is ${statementsPerAttempt} statements and ${writingCommitsPerAttempt} writing commits.`,
    `${burst.people} hand-ins within two seconds: p50 ${burst.p50Ms} ms, p95 ${burst.p95Ms} ms, slowest ${burst.slowestMs} ms`,
    '',
  ]
}

function authoringFigures({ authoring }: Report): string[] {
  if (!authoring) return []
  const { preview, publication, hostile } = authoring
  const { tens, hundreds, visibleP50Ms, visibleP95Ms } = publication
  const tried = ({ documents, slowest, slowestMs }: (typeof hostile)['preview']) =>
    `${documents} texts, the slowest ${slowestMs} ms (${slowest})`
  return [
    `Preview of ${preview.words} words: cold ${preview.coldMs} ms, p50 ${preview.p50Ms} ms, p95 ${preview.p95Ms} ms, CPU ${preview.cpuMs} ms; drawn in a browser p50 ${preview.drawnP50Ms} ms, p95 ${preview.drawnP95Ms} ms`,
    `Publication, the slowest: ten lessons ${tens.slowestMs} ms (CPU ${tens.cpuMs} ms), 200 lessons ${hundreds.slowestMs} ms (CPU ${hundreds.cpuMs} ms)`,
    `A published lesson is seen by a learner: p50 ${visibleP50Ms} ms, p95 ${visibleP95Ms} ms`,
    `Hostile texts: by the preview ${tried(hostile.preview)}; by the checks ${tried(hostile.checks)}`,
    `Somebody else’s ${hostile.others.pages} pages meanwhile: p50 ${hostile.others.p50Ms} ms, p99 ${hostile.others.p99Ms} ms`,
    '',
  ]
}

function otherFigures({
  dashboard,
  engine,
  import: imported,
  weight,
  idle,
  afterLoad,
  starts,
}: Report): string[] {
  const lines: string[] = []
  if (dashboard) {
    const { p50Ms, p95Ms, cpuMsPerOperation } = dashboard
    lines.push(`Dashboard of 1,000 staff: p50 ${p50Ms} ms, p95 ${p95Ms} ms, CPU ${cpuMsPerOperation} ms`)
  }
  if (engine) {
    const { people, eventsEach, statusesPerSecond, futuresPerSecond } = engine
    lines.push(
      `Engine alone, ${people} histories of ten years and ${eventsEach} facts each, one core: ${statusesPerSecond} statuses a second, ${futuresPerSecond} futures a second`,
    )
  }
  if (imported) {
    const { rows, seconds, readSeconds, checkSeconds, writeSeconds, cpuSeconds, others } = imported
    const steps = `read ${readSeconds.toFixed(1)}, checked ${checkSeconds.toFixed(1)}, written ${writeSeconds.toFixed(1)}`
    lines.push(
      `Import of ${rows} people: ${seconds.toFixed(1)} s (${steps}), CPU ${cpuSeconds.toFixed(1)} s; a learner’s page meanwhile p50 ${others.p50Ms.toFixed(0)} ms, p95 ${others.p95Ms.toFixed(0)} ms`,
    )
  }
  if (weight) {
    for (const name of ['beacon', 'bare'] as const) {
      const { cold, warm } = weight[name]
      const script = `of it JavaScript ${cold.scriptKb}`
      lines.push(
        `Wire of ${name}: cold ${cold.kb} KB (${script}, ${cold.requests} requests), warm ${warm.kb} KB`,
      )
    }
  }
  for (const [name, memory] of [
    ['idle', idle],
    ['after the load', afterLoad],
  ] as const) {
    if (!memory) continue
    const largest = memory.processes.slice(0, 5).map(({ command, mb }) => `${mb} ${command.slice(0, 40)}`)
    lines.push(
      `Memory ${name}: ${memory.mb} MB in ${memory.processes.length} processes (${largest.join('; ')}; …)`,
    )
  }
  if (starts) lines.push(`First start ${starts.firstMs} ms, second start ${starts.secondMs} ms`)
  return lines
}

/** One line for each aim; those of the part `scale` with the figure at each size, by which one sees how it grows. */
function verdictTable({ verdicts, scale = [] }: Report): string[] {
  const sizes = scale.map(({ assignments }) => assignments.toLocaleString('en'))
  const rows = verdicts.map(({ what, found, aim, unit, atMost, met, atSizes }) => [
    what,
    `${found} ${unit}`,
    `at ${atMost ? 'most' : 'least'} ${aim} ${unit}`,
    met ? 'met' : 'MISSED',
    ...sizes.map((_, index) => String(atSizes?.[index] ?? '')),
  ])
  return asTable([['Aim', 'Found', 'Wanted', '', ...sizes], ...rows])
}

/** The same as sentences, for a guide of the handbook, which is also read on a phone. */
function verdictList({ verdicts, scale = [] }: Report): string[] {
  const sizes = scale.map(({ assignments }) => assignments.toLocaleString('en')).join(', ')
  return verdicts.map(({ what, found, aim, unit, atMost, met, atSizes }) => {
    const wanted = `wanted at ${atMost ? 'most' : 'least'} ${aim} ${unit}`
    const grown = atSizes ? ` At ${sizes} assignments: ${atSizes.join(', ')}.` : ''
    return `- **${what}:** ${found} ${unit}, ${wanted}: ${met ? 'met' : 'MISSED'}.${grown}`
  })
}

function asTable([head = [], ...rows]: readonly (readonly string[])[]): string[] {
  const all = [head, ...rows]
  const widths = head.map((_, column) => Math.max(3, ...all.map((row) => row[column]?.length ?? 0)))
  const line = (row: readonly string[]) =>
    `| ${widths.map((width, column) => (row[column] ?? '').padEnd(width)).join(' | ')} |`
  return [line(head), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...rows.map(line)]
}
