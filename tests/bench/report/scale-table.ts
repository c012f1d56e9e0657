import { rounded } from '#tests/bench/measure/statistics'
import { pages, type ScaleFigures } from '#tests/bench/scale/measure-scale'

/** Each page at each size, and what it costs at the largest compared with the smallest. */
export function scaleTable(sizes: readonly ScaleFigures[]): readonly string[] {
  const [smallest] = sizes
  const largest = sizes.at(-1)
  if (!smallest || !largest) return []
  const growth = (name: (typeof pages)[number], of: 'cpuMs' | 'p95Ms') =>
    `${rounded(largest.pages[name][of] / smallest.pages[name][of])}x`
  const head = [
    'Page',
    ...sizes.map(({ assignments }) => assignments.toLocaleString('en')),
    'CPU grows',
    'p95 grows',
  ]
  const rows = pages.map((name) => [
    name,
    ...sizes.map(({ pages: all }) => {
      const { coldMs, p50Ms, p95Ms, cpuMs } = all[name]
      return `${p50Ms} / ${p95Ms} / ${cpuMs} / ${coldMs}`
    }),
    growth(name, 'cpuMs'),
    growth(name, 'p95Ms'),
  ])
  const plain = (name: string, of: (size: ScaleFigures) => number) => [
    name,
    ...sizes.map((size) => String(of(size))),
    '',
    '',
  ]
  return [
    'p50 ms / p95 ms / CPU ms of the whole stack / cold ms, one connection; sizes are assignments at 50 practices',
    '',
    ...markdown([
      head,
      ...rows,
      plain('staff of a practice', ({ staffOfPractice }) => staffOfPractice),
      plain('export of all lines, rows', ({ export: { rows } }) => rows),
      plain('export of all lines, s', ({ export: { seconds } }) => seconds),
      plain('completion in the totals, p50 ms', ({ completion }) => completion.p50Ms),
      plain('rebuild of the projection, s', ({ rebuildSeconds }) => rebuildSeconds),
      plain('of it CPU of the process, s', ({ rebuildCpuSeconds }) => rebuildCpuSeconds),
      plain('projection, MB', ({ projectionMb }) => projectionMb),
      plain('database, MB', ({ databaseMb }) => databaseMb),
      plain('filling, s', ({ seedSeconds }) => seedSeconds),
    ]),
  ]
}

function markdown([head = [], ...rows]: readonly (readonly string[])[]): readonly string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)]
}
