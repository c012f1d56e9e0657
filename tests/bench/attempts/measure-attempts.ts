import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { connectDatabase } from '#lib/data/client'
import type { DirectAnswer, DirectWish } from '#tests/bench/attempts/direct'
import type { Learner, Seeded } from '#tests/bench/fixture/practice'
import { beginQuiz, handInQuiz, readLessonsOfAll } from '#tests/bench/load/attempt'
import { openConnection } from '#tests/bench/load/http'
import { beaconOperations } from '#tests/bench/load/operations'
import { type Figures, measureAlone } from '#tests/bench/measure/compare'
import { percentile, rounded } from '#tests/bench/measure/statistics'
import type { App } from '#tests/bench/stack/app'
import { runBeside } from '#tests/bench/stack/beacon'

/** Many people who hand in at random moments of two seconds, each over a connection of their own. */
export type Burst = {
  readonly people: number
  readonly p50Ms: number
  readonly p95Ms: number
  readonly slowestMs: number
}

export type AttemptsFigures = DirectAnswer & {
  /** Whole attempts over HTTP with every page and ten saved answers, at 1, 8 and 32 connections. */
  readonly overHttp: readonly (Figures & { readonly connections: number })[]
  readonly burst: Burst
}

type Place = { readonly dataDir: string; readonly port: number }
type Setting = {
  readonly beacon: App
  readonly seeded: Seeded
  readonly place: Place
  readonly quick: boolean
}

/** Whole attempts: by the use cases alone, over HTTP, and two hundred hand-ins at once. */
export async function measureAttempts({ beacon, seeded, place, quick }: Setting): Promise<AttemptsFigures> {
  const { practiceId, learners } = seeded
  const wishFile = path.join(place.dataDir, '..', 'attempts-wish.json')
  const wish: DirectWish = { practiceId, learners, roots: beacon.roots, rounds: quick ? 1 : 3 }
  writeFileSync(wishFile, JSON.stringify(wish), { mode: 0o600 })
  const direct = await runBeside<DirectAnswer>(place, 'tests/bench/attempts/direct.ts', wishFile)
  const db = connectDatabase({ url: seeded.databaseUrl, maxConnections: 1 })
  const prepare = () => readLessonsOfAll(db, practiceId)
  try {
    const operation = beaconOperations(beacon.origin, seeded).attempt
    const limit = { times: quick ? 16 : 96 }
    const overHttp: (Figures & { connections: number })[] = []
    for (const connections of [1, 8, 32]) {
      const effort = { rounds: 1, limit, warmUp: { times: 16 } }
      overHttp.push({
        connections,
        ...(await measureAlone({ app: beacon, operation, prepare }, connections, effort)),
      })
    }
    await prepare()
    return { ...direct, overHttp, burst: await burstOf(beacon.origin, learners) }
  } finally {
    await db.$disconnect()
  }
}

async function burstOf(origin: string, learners: readonly Learner[]): Promise<Burst> {
  const begun: { readonly learner: Learner; readonly sitting: Awaited<ReturnType<typeof beginQuiz>> }[] = []
  const connection = openConnection()
  for (const learner of learners)
    begun.push({ learner, sitting: await beginQuiz(connection, origin, learner) })
  connection.close()
  const latencies = await Promise.all(
    begun.map(async ({ learner, sitting }) => {
      await wait(Math.random() * 2000)
      const own = openConnection()
      const began = performance.now()
      await handInQuiz(own, origin, learner, sitting)
      own.close()
      return performance.now() - began
    }),
  )
  return {
    people: latencies.length,
    p50Ms: rounded(percentile(latencies, 0.5)),
    p95Ms: rounded(percentile(latencies, 0.95)),
    slowestMs: rounded(Math.max(...latencies)),
  }
}
