import path from 'node:path'
import { connectDatabase } from '#lib/data/client'
import { type AttemptsFigures, measureAttempts } from '#tests/bench/attempts/measure-attempts'
import { type AuthoringFigures, measureAuthoring } from '#tests/bench/authoring/measure-authoring'
import { type EngineFigures, measureEngine } from '#tests/bench/engine/measure-engine'
import { lessonMarker } from '#tests/bench/fixture/lesson-text'
import type { Seeded } from '#tests/bench/fixture/practice'
import { readLessonsOfAll } from '#tests/bench/load/attempt'
import { type ImportFigures, measureImport } from '#tests/bench/load/import'
import { bareOperations, beaconOperations } from '#tests/bench/load/operations'
import { type PageWeight, weighPage } from '#tests/bench/measure/browser'
import { type Comparison, compare, type Figures, measureAlone } from '#tests/bench/measure/compare'
import { idleMemory, type Memory, type StartTimes, startTwice } from '#tests/bench/measure/start-times'
import { effortsOf, needsApp, needsBare, type Options, type Part } from '#tests/bench/options'
import { measureScale, type ScaleFigures } from '#tests/bench/scale/measure-scale'
import type { App } from '#tests/bench/stack/app'
import { startBare } from '#tests/bench/stack/bare'
import { runBeside, startBeacon } from '#tests/bench/stack/beacon'

/** What was found. A part that was not asked for is not there. */
export type Results = {
  readonly commands: readonly string[]
  readonly starts?: StartTimes
  readonly idle?: Memory
  readonly afterLoad?: Memory
  readonly weight?: { readonly beacon: PageWeight; readonly bare: PageWeight }
  readonly lessonPage?: readonly Comparison[]
  readonly lessonRead?: readonly Comparison[]
  readonly attempt?: readonly Comparison[]
  readonly attempts?: AttemptsFigures
  readonly dashboard?: Figures
  readonly import?: ImportFigures
  readonly engine?: EngineFigures
  readonly authoring?: AuthoringFigures
  readonly scale?: readonly ScaleFigures[]
  /** Why a run is void: an error, or an answer without its marker. */
  readonly faults: readonly string[]
}

type Setting = {
  readonly beacon: App
  readonly bare: App
  readonly seeded: Seeded
  readonly place: { readonly dataDir: string; readonly port: number }
  readonly options: Options
  readonly say: (words: string) => void
}

/** Runs the parts that were asked for. The engine has the machine to itself, before anything starts. */
export async function runParts(options: Options, folder: string): Promise<Results> {
  const engine = options.parts.includes('engine') ? { engine: measureEngine(options.quick) } : {}
  const rest: Results = options.parts.some(needsApp)
    ? await runPartsOfApp(options, folder)
    : { commands: [], faults: [] }
  const scale = options.parts.includes('scale') ? { scale: await runScale(options, folder) } : {}
  return { ...rest, ...engine, ...scale }
}

/** One size after the other, each with a machine and a database to itself. */
async function runScale({ sizes, quick, port }: Options, folder: string): Promise<ScaleFigures[]> {
  const figures: ScaleFigures[] = []
  for (const size of sizes) figures.push(await measureScale(size, { folder, port, quick }, console.log))
  return figures
}

/** Starts both apps, fills Beacon, and measures them. */
async function runPartsOfApp(options: Options, folder: string): Promise<Results> {
  const began = performance.now()
  const say = (words: string) =>
    console.log(`${((performance.now() - began) / 1000).toFixed(0).padStart(5)} s  ${words}`)
  const place = { dataDir: path.join(folder, 'beacon'), port: options.port }
  say('Starting Beacon')
  const { app: beacon, times } = options.parts.includes('start')
    ? await startTwice(place)
    : { app: await startBeacon(place), times: undefined }
  const apps: App[] = [beacon]
  try {
    if (options.parts.some(needsBare)) {
      say('Starting the bare app')
      apps.push(await startBare({ dataDir: path.join(folder, 'bare'), port: options.port + 1 }))
    }
    say('Filling Beacon: 1,000 staff, 200 signed-in learners')
    const seeded = await runBeside<Seeded>(place, 'tests/bench/seed.ts')
    const measured = await measureParts({ beacon, bare: apps[1] ?? beacon, seeded, place, options, say })
    const commands = apps.map(({ command }) => command)
    return { commands, ...(times && { starts: times }), ...measured, faults: faultsIn(measured) }
  } finally {
    for (const app of apps) await app.stop()
  }
}

type Measured = Omit<Results, 'commands' | 'starts' | 'faults' | 'scale'>

async function measureParts(setting: Setting): Promise<Measured> {
  const { beacon, options } = setting
  const restSeconds = options.quick ? 3 : 20
  let measured: Measured = {}
  const run = async (part: Part, work: () => Promise<Measured>) => {
    if (!options.parts.includes(part)) return
    setting.say(`Measuring: ${part}`)
    measured = { ...measured, ...(await work()) }
  }
  await run('memory', async () => ({ idle: await idleMemory(beacon, restSeconds) }))
  await run('weight', () => weighLesson(setting))
  await run('lesson', () => compareLesson(setting))
  await run('attempt', () => compareAttempt(setting))
  await run('attempts', async () => ({
    attempts: await measureAttempts({ ...setting, quick: options.quick }),
  }))
  await run('authoring', async () => ({
    authoring: await measureAuthoring({ ...setting, quick: options.quick }),
  }))
  await run('dashboard', () => measureDashboard(setting))
  await run('import', () => importStaff(setting))
  await run('memory', async () => ({ afterLoad: await idleMemory(beacon, restSeconds) }))
  return measured
}

async function importStaff({ beacon, seeded, options }: Setting): Promise<Measured> {
  const [learner] = seeded.learners
  if (!learner) throw new Error('there are learners')
  const { origin, roots } = beacon
  const { practiceId, managerCookie } = seeded
  const doors = { origin, roots, practiceId, managerCookie, learnerCookie: learner.cookie }
  return { import: await measureImport(doors, options.quick ? 1000 : 10_000) }
}

async function weighLesson({ beacon, bare, seeded }: Setting): Promise<Measured> {
  const [learner] = seeded.learners
  if (!learner) throw new Error('there are learners')
  const { lessonAddress } = beaconOperations(beacon.origin, seeded)
  const lesson = { url: lessonAddress(learner), marker: lessonMarker, cookie: learner.cookie }
  const weight = {
    beacon: await weighPage(lesson),
    bare: await weighPage({ url: `${bare.origin}/lessons/1`, marker: lessonMarker }),
  }
  return { weight }
}

async function compareLesson({ beacon, bare, seeded, options }: Setting): Promise<Measured> {
  const ours = beaconOperations(beacon.origin, seeded)
  const theirs = bareOperations(bare.origin)
  const effort = effortsOf(options).lesson
  const both = (name: 'lessonPage' | 'lessonRead') =>
    compare({ app: beacon, operation: ours[name] }, { app: bare, operation: theirs[name] }, effort)
  return { lessonPage: await both('lessonPage'), lessonRead: await both('lessonRead') }
}

async function compareAttempt({ beacon, bare, seeded, options }: Setting): Promise<Measured> {
  const db = connectDatabase({ url: seeded.databaseUrl, maxConnections: 1 })
  const prepare = () => readLessonsOfAll(db, seeded.practiceId)
  const ours = { app: beacon, operation: beaconOperations(beacon.origin, seeded).attempt, prepare }
  const theirs = { app: bare, operation: bareOperations(bare.origin).attempt }
  try {
    return { attempt: await compare(ours, theirs, effortsOf(options).attempt) }
  } finally {
    await db.$disconnect()
  }
}

async function measureDashboard({ beacon, seeded, options }: Setting): Promise<Measured> {
  const { dashboard } = beaconOperations(beacon.origin, seeded)
  return {
    dashboard: await measureAlone({ app: beacon, operation: dashboard }, 1, effortsOf(options).dashboard),
  }
}

function faultsIn(measured: Measured): string[] {
  const compared = ['lessonPage', 'lessonRead', 'attempt'] as const
  const ofComparisons = compared.flatMap((name) =>
    (measured[name] ?? []).flatMap(({ connections, beacon, bare }) => [
      ...beacon.faults.map((fault) => `${name} of Beacon at ${connections}: ${fault}`),
      ...bare.faults.map((fault) => `${name} of the bare app at ${connections}: ${fault}`),
    ]),
  )
  const ofAttempts = (measured.attempts?.overHttp ?? []).flatMap(({ connections, faults }) =>
    faults.map((fault) => `attempts at ${connections}: ${fault}`),
  )
  return [
    ...ofComparisons,
    ...ofAttempts,
    ...(measured.dashboard?.faults ?? []).map((fault) => `dashboard: ${fault}`),
  ]
}
