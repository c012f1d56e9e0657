import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { PracticeId } from '#lib/domain/ids'
import { drive, type Operation } from '#tests/bench/load/drive'
import { requireReply } from '#tests/bench/load/http'
import { percentile, rounded } from '#tests/bench/measure/statistics'
import { scaleSize } from '#tests/bench/scale/facts'
import { type ExportFigures, measureExport } from '#tests/bench/scale/measure-export'
import type { App } from '#tests/bench/stack/app'
import { type Place, runBeside, startBeacon } from '#tests/bench/stack/beacon'
import { cpuMsOf } from '#tests/bench/stack/process-tree'

export const pages = [
  'dashboard',
  'page 2',
  'filter by status',
  'filter by role and place',
  'search by name',
  'sorted by name',
  'grid',
  'all 50 practices',
  'forecast',
  'past date',
  'export',
] as const
export type PageName = (typeof pages)[number]

export type PageFigures = {
  /** The first answer after a start of the whole stack, in a practice that nobody has looked at. */
  readonly coldMs: number
  readonly p50Ms: number
  readonly p95Ms: number
  /** Of all processes, the database's and the worker's included. */
  readonly cpuMs: number
}

export type ScaleFigures = {
  readonly assignments: number
  readonly staffOfPractice: number
  readonly seedSeconds: number
  readonly rebuildSeconds: number
  readonly rebuildCpuSeconds: number
  readonly databaseMb: number
  readonly projectionMb: number
  /** Rows that the tables gave for a page of the dashboard, by the database's own count. */
  readonly rowsRead: { readonly first: number; readonly second: number; readonly last: number }
  /** From the beginning of a write of a completion until the dashboard's totals say it. */
  readonly completion: { readonly p50Ms: number; readonly maxMs: number }
  /** Of one practice of as many lines as all of the others together. */
  readonly export: ExportFigures
  readonly pages: Readonly<Record<PageName, PageFigures>>
}

type Seeded = {
  readonly seconds: number
  readonly personId: string
  readonly managerCookie: string
  readonly practiceIds: PracticeId[]
}
type Rebuilt = {
  readonly seconds: number
  readonly cpuSeconds: number
  readonly megabytes: { readonly database: number; readonly projection: number }
}

type Wish = { readonly folder: string; readonly port: number; readonly quick: boolean }

/** One size from nothing: a database of its own, which is gone afterwards. */
export async function measureScale(
  assignments: number,
  { folder, port, quick }: Wish,
  say: (words: string) => void,
): Promise<ScaleFigures> {
  const home = path.join(folder, `scale-${assignments}`)
  mkdirSync(home, { mode: 0o755 })
  const place = { dataDir: path.join(home, 'beacon'), port }
  try {
    say(`${assignments}: starting and filling`)
    let app = await startBeacon(place)
    let stop = () => app.stop()
    try {
      const seeded = await runBeside<Seeded>(place, 'tests/bench/scale-seed.ts', String(assignments))
      say(`${assignments}: filled in ${seeded.seconds.toFixed(0)} s; deriving the projection`)
      const rebuilt = await runBeside<Rebuilt>(place, 'tests/bench/scale-rebuild.ts')
      say(`${assignments}: derived in ${rebuilt.seconds.toFixed(0)} s; starting anew and measuring`)
      await app.stop()
      app = await startBeacon(place)
      stop = () => app.stop()
      const figures = await measurePages(app, seeded, quick)
      return {
        assignments,
        staffOfPractice: scaleSize(assignments).staff,
        seedSeconds: rounded(seeded.seconds),
        rebuildSeconds: rounded(rebuilt.seconds),
        rebuildCpuSeconds: rounded(rebuilt.cpuSeconds),
        databaseMb: Math.round(rebuilt.megabytes.database),
        projectionMb: Math.round(rebuilt.megabytes.projection),
        pages: figures,
        ...(await measureBeside(place, seeded)),
        export: await measureExportOfAll(app, place, seeded),
      }
    } finally {
      await stop()
    }
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}

/** What is asked of the database itself, by scripts beside the app. */
async function measureBeside(
  place: Place,
  { personId, practiceIds }: Seeded,
): Promise<Pick<ScaleFigures, 'rowsRead' | 'completion'>> {
  const [first = ''] = practiceIds
  const rowsRead = await runBeside<ScaleFigures['rowsRead']>(
    place,
    'tests/bench/scale-rows.ts',
    personId,
    first,
  )
  const times = await runBeside<number[]>(
    place,
    'tests/bench/scale-completion.ts',
    personId,
    practiceIds.join(),
  )
  return {
    rowsRead,
    completion: { p50Ms: rounded(percentile(times, 0.5)), maxMs: rounded(percentile(times, 1)) },
  }
}

/** Last, since it doubles the database. The first run of the process is not spared. */
async function measureExportOfAll(
  app: App,
  place: Place,
  { personId, managerCookie: cookie }: Seeded,
): Promise<ExportFigures> {
  const practiceId = await runBeside<string>(place, 'tests/bench/scale-one.ts', personId)
  return measureExport(app, { path: `/practice/${practiceId}/roster`, cookie }, 2)
}

/** Heavy answers are asked for less often; the shares are of the whole sample all the same. */
const timesOf = (name: PageName, quick: boolean) => {
  const isHeavy = name === 'past date' || name === 'export'
  return (isHeavy ? 12 : 60) / (quick ? 4 : 1)
}

async function measurePages(
  app: App,
  seeded: Seeded,
  quick: boolean,
): Promise<Record<PageName, PageFigures>> {
  const asked = operations(app, seeded)
  const cold = new Map<PageName, number>()
  // The first of them also meets what is loaded once a process: an address that nobody counts goes before.
  await repeat(asked['all 50 practices'], 1)
  for (const [index, name] of pages.entries()) {
    const began = performance.now()
    if (await answers(operations(app, seeded, index + 1)[name], name))
      cold.set(name, performance.now() - began)
  }
  const figures: [PageName, PageFigures][] = []
  for (const name of pages) {
    // What gave up once gives up again: it is told by what is missing.
    if (!cold.has(name)) {
      figures.push([name, unanswered])
      continue
    }
    const times = timesOf(name, quick)
    await repeat(asked[name], Math.ceil(times / 3))
    const before = cpuMsOf(app.roots)
    const { latenciesMs } = await repeat(asked[name], times)
    const cpuMs = rounded((cpuMsOf(app.roots) - before) / times)
    const p50Ms = rounded(percentile(latenciesMs, 0.5))
    const p95Ms = rounded(percentile(latenciesMs, 0.95))
    figures.push([name, { coldMs: rounded(cold.get(name) ?? Number.NaN), p50Ms, p95Ms, cpuMs }])
  }
  return Object.fromEntries(figures) as Record<PageName, PageFigures>
}

const unanswered = { coldMs: Number.NaN, p50Ms: Number.NaN, p95Ms: Number.NaN, cpuMs: Number.NaN }

async function answers(operation: Operation, name: PageName): Promise<boolean> {
  const { fault } = await drive(operation, { connections: 1, limit: { times: 1 }, firstTurn: 0 })
  if (fault) console.log(`No answer: ${name}: ${fault.slice(0, 60)}`)
  return fault === null
}

async function repeat(operation: Operation, times: number) {
  const driven = await drive(operation, { connections: 1, limit: { times }, firstTurn: 0 })
  if (driven.fault) throw new Error(driven.fault)
  return driven
}

/** What is asked for, of one practice after the other from `first` on. */
function operations(
  app: App,
  { managerCookie: cookie, practiceIds }: Seeded,
  first = 0,
): Record<PageName, Operation> {
  const get =
    (pathOf: (practice: string) => string, marker: string): Operation =>
    async (connection, turn) => {
      const practice = `/practice/${practiceIds[(first + turn) % practiceIds.length]}`
      requireReply(await connection.send(app.origin, { path: pathOf(practice), cookie }), 200, marker)
    }
  const past = new Date(Date.now() - 400 * 86_400_000).toISOString().slice(0, 10)
  return {
    dashboard: get((practice) => practice, 'Requirement'),
    'page 2': get((practice) => `${practice}?page=2`, 'Requirement'),
    'filter by status': get((practice) => `${practice}?show=current`, 'Requirement'),
    'filter by role and place': get((practice) => `${practice}?role=nurse&location=West`, 'Filter'),
    'search by name': get((practice) => `${practice}?name=castillo`, 'Filter'),
    'sorted by name': get((practice) => `${practice}?sort=name`, 'Requirement'),
    grid: get((practice) => `${practice}/grid`, 'Requirement'),
    'all 50 practices': get(() => '/practices', 'Scale Practice 50'),
    forecast: get((practice) => `${practice}/forecast`, 'Forecast'),
    'past date': get((practice) => `${practice}/past?on=${past}`, 'Requirement'),
    export: get((practice) => `${practice}/roster`, 'Requirement'),
  }
}
