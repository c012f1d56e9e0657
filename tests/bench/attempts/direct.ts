import { randomUUID } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { decodeSessionToken } from '#lib/auth/session-cookie'
import { sessionIdHash } from '#lib/auth/session-id-hash'
import type { Context } from '#lib/context'
import { connectDatabase } from '#lib/data/client'
import { type Database, inTransaction } from '#lib/data/database'
import { enterSession } from '#lib/data/scope'
import type { Result } from '#lib/domain/result'
import { now as clock } from '#lib/system/clock'
import { settings } from '#lib/system/env'
import { startAttempt } from '#lib/use-cases/training/start-attempt'
import { submitAttempt } from '#lib/use-cases/training/submit-attempt'
import { viewAttempt } from '#lib/use-cases/training/view-attempt'
import { viewResult } from '#lib/use-cases/training/view-result'
import { benchModule } from '#tests/bench/fixture/content-folder'
import type { Learner, Seeded } from '#tests/bench/fixture/practice'
import { rightOption } from '#tests/bench/fixture/quiz-items'
import { readLessonsOfAll } from '#tests/bench/load/attempt'
import { percentile, rounded, sumOf } from '#tests/bench/measure/statistics'
import { cpuMsOf } from '#tests/bench/stack/process-tree'
import { countingDatabase } from '#tests/support/counting-database'

// Whole attempts by the use cases themselves, without HTTP and pages, on the database of a running Beacon: begun, looked at,
// handed in with the right answers, and the result looked at; each step is a request's transaction with its session. Every
// one passes, completes the track and earns a certificate: the dearest that there is.

/** At one number of workers, over all rounds. CPU is of this process and of all of the app's, the database's included. */
export type DirectFigures = {
  readonly workers: number
  readonly attempts: number
  readonly attemptsPerSecond: number
  readonly cpuMsPerAttempt: number
  readonly p95Ms: number
  readonly submitP95Ms: number
}
export type DirectAnswer = {
  readonly figures: readonly DirectFigures[]
  /** BEGIN, COMMIT and what a transaction is opened with are not counted. */
  readonly statementsPerAttempt: number
  readonly writingCommitsPerAttempt: number
}
export type DirectWish = Pick<Seeded, 'learners' | 'practiceId'> & {
  readonly roots: readonly number[]
  readonly rounds: number
}

type Session = Pick<Learner, 'assignmentId'> & { readonly idHash: string }

async function step<Value>(
  db: Database,
  { idHash }: Session,
  work: (context: Context) => Promise<Result<Value, string>>,
): Promise<Value> {
  return inTransaction(db, async (tx) => {
    const now = clock()
    const actor = await enterSession(tx, idHash, now)
    if (!actor) throw new Error('the session lives')
    const result = await work({ tx, now, settings: settings(), language: 'en', actor })
    if (!result.ok) throw new Error(result.refusal)
    return result.value
  })
}

/** Resolves with how long the hand-in took, in milliseconds. */
async function sit(db: Database, session: Session): Promise<number> {
  const { assignmentId } = session
  const { attemptId } = await step(db, session, (context) =>
    startAttempt(context, { assignmentId, moduleId: benchModule }),
  )
  const view = await step(db, session, (context) => viewAttempt(context, { attemptId }))
  if (view.kind !== 'open') throw new Error('the sitting is open')
  const answers = Object.fromEntries(view.attempt.items.map(({ itemId }) => [itemId, [rightOption]]))
  const began = performance.now()
  await step(db, session, (context) =>
    submitAttempt(context, { attemptId, answers, revisions: {}, idempotencyKey: randomUUID() }),
  )
  const tookMs = performance.now() - began
  const result = await step(db, session, (context) => viewResult(context, { attemptId }))
  if (!result.passed) throw new Error('the right answers pass')
  return tookMs
}

async function measure(
  db: Database,
  sessions: readonly Session[],
  workers: number,
  roots: readonly number[],
) {
  const waiting = [...sessions]
  const wholeMs: number[] = []
  const submitMs: number[] = []
  const lane = async () => {
    for (let session = waiting.pop(); session; session = waiting.pop()) {
      const began = performance.now()
      submitMs.push(await sit(db, session))
      wholeMs.push(performance.now() - began)
    }
  }
  const own = process.cpuUsage()
  const others = cpuMsOf(roots)
  const began = performance.now()
  await Promise.all(Array.from({ length: workers }, lane))
  const seconds = (performance.now() - began) / 1000
  const { user, system } = process.cpuUsage(own)
  return { wholeMs, submitMs, seconds, cpuMs: (user + system) / 1000 + cpuMsOf(roots) - others }
}

async function figuresAt(
  workers: number,
  db: Database,
  sessions: readonly Session[],
  { practiceId, roots, rounds }: DirectWish,
) {
  const runs: Awaited<ReturnType<typeof measure>>[] = []
  for (let round = 0; round < rounds; round += 1) {
    await readLessonsOfAll(db, practiceId)
    runs.push(await measure(db, sessions, workers, roots))
  }
  const whole = runs.flatMap(({ wholeMs }) => wholeMs)
  return {
    workers,
    attempts: whole.length,
    attemptsPerSecond: rounded(whole.length / sumOf(runs.map(({ seconds }) => seconds))),
    cpuMsPerAttempt: rounded(sumOf(runs.map(({ cpuMs }) => cpuMs)) / whole.length),
    p95Ms: rounded(percentile(whole, 0.95)),
    submitP95Ms: rounded(
      percentile(
        runs.flatMap(({ submitMs }) => submitMs),
        0.95,
      ),
    ),
  }
}

async function countOne(session: Session) {
  const { db, asked } = countingDatabase(settings().databaseUrl)
  try {
    await sit(db, session)
  } finally {
    await db.$disconnect()
  }
  const isWriting = (statement: string) => /\b(insert|delete|update)\b|take_attempt/i.test(statement)
  const transactions = asked.join('\n').split('\nCOMMIT')
  return {
    statementsPerAttempt: asked.filter((query) => !/^(BEGIN|COMMIT|SELECT set_config)/i.test(query)).length,
    writingCommitsPerAttempt: transactions.filter(isWriting).length,
  }
}

const [, , answerFile = '', wishFile = ''] = process.argv
const wish: DirectWish = JSON.parse(readFileSync(wishFile, 'utf8'))
const db = connectDatabase({ url: settings().databaseUrl, maxConnections: 32 })
const sessions = await Promise.all(
  wish.learners.map(async ({ cookie, assignmentId }) => {
    const token = cookie.slice(cookie.indexOf('=') + 1)
    const sessionId = await decodeSessionToken(token, settings().authSecret)
    if (!sessionId) throw new Error('the cookie is of this Beacon')
    return { assignmentId, idHash: sessionIdHash(sessionId) }
  }),
)
const [first] = sessions
if (!first) throw new Error('there are learners')
// The first round warms up.
await figuresAt(8, db, sessions, { ...wish, rounds: 1 })
const figures: DirectFigures[] = []
for (const workers of [1, 8, 32]) figures.push(await figuresAt(workers, db, sessions, wish))
await readLessonsOfAll(db, wish.practiceId)
const answer: DirectAnswer = { figures, ...(await countOne(first)) }
await db.$disconnect()
writeFileSync(answerFile, JSON.stringify(answer))
