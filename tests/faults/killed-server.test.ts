import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chainStart, verifyChain } from '#lib/audit/hash-chain'
import { openDatabase } from '#lib/cli/open-database'
import { connectDatabase } from '#lib/data/client'
import { inTransaction } from '#lib/data/database'
import { enterPractice } from '#lib/data/scope'
import type { PracticeId } from '#lib/domain/ids'
import { launchSettingsFrom } from '#lib/system/env'
import { auditEntries } from '#tests/support/audit-entries'
import { addCrowd } from '#tests/support/crowd'
import { sittingsIn } from '#tests/support/sittings'
import { dataFolder, endEverything, freePort, type Started, start } from '#tests/support/started'
import type { HandIn } from '#tests/support/submitting-server'
import { addPractice, noon, openWorld, type World } from '#tests/support/world'

// The embedded database of a real start, which waits for the disk, and processes that hand in and are killed at random
// moments; now and then the database is killed with them.

const people = 50
/** Of one server, before it is killed. */
const mostAnswers = 20
const killsTheDatabaseToo = (kill: number) => kill % 5 === 2

let data: ReturnType<typeof dataFolder>
let settings: { DATA_DIR: string; PORT: string }
let owner: Started
let world: World
let practiceId: PracticeId

beforeAll(async () => {
  data = dataFolder()
  settings = { DATA_DIR: data.folder, PORT: await freePort() }
  owner = start('start.ts', ['--worker'], settings)
  await owner.says(/worker is ready/)
  const read = launchSettingsFrom(settings)
  if (!('settings' in read)) throw new Error('the settings of a test are right')
  const { ownerEnv: env } = await openDatabase(read.settings, { beside: true })
  const { DATABASE_URL: appUrl = '', DATABASE_OWNER_URL: ownerUrl = '' } = env
  world = await openWorld({ appUrl, ownerUrl, drop: async () => undefined })
  practiceId = await addPractice(world, 'Gateway Family Practice')
})
afterAll(async () => {
  await world.end()
  await endEverything()
  data.remove()
})

/** Two sittings each, of the track's two modules, begun and to be handed in with the right answers. */
async function beginAll(): Promise<HandIn[]> {
  const sittings = sittingsIn(world, practiceId)
  const handIns: HandIn[] = []
  for (const { actor, assignmentId } of await addCrowd(world, practiceId, people)) {
    for (const moduleId of ['m1', 'm2']) {
      const attemptId = await sittings.start(actor, assignmentId, moduleId)
      const items = await sittings.itemsOf(actor, attemptId)
      const answers = Object.fromEntries(items.map((itemId) => [itemId, ['a']]))
      handIns.push({ actor, attemptId, answers, idempotencyKey: randomUUID() })
    }
  }
  return handIns
}

function startServer(): ChildProcess {
  const script = ['tests/support/submitting-server.ts', JSON.stringify(world.settings), noon]
  return spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...script], {
    stdio: ['pipe', 'pipe', 'ignore'],
  })
}

/** Hands in what is left, and kills the server in the middle of it. Resolves with what it answered. */
async function handInUntilKilled(left: readonly HandIn[], withDatabase: boolean): Promise<string[]> {
  const server = startServer()
  const over = once(server, 'close')
  const answered: string[] = []
  const enough = Math.ceil(Math.random() * mostAnswers)
  const { promise: moment, resolve } = Promise.withResolvers<void>()
  createInterface({ input: server.stdout ?? process.stdin }).on('line', (line) => {
    if (line !== 'begun') answered.push(line)
    if (answered.length >= enough) resolve()
  })
  server.stdin?.on('error', () => undefined)
  server.stdin?.end(left.map((handIn) => `${JSON.stringify(handIn)}\n`).join(''))
  await Promise.race([moment, over])
  // Four are at work at once: wherever they are by now.
  await wait(Math.random() * 10)
  if (withDatabase) process.kill(postmaster(), 'SIGKILL')
  server.kill('SIGKILL')
  await over
  return answered
}

function postmaster(): number {
  return Number(readFileSync(path.join(data.folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
}

async function startAgain(): Promise<void> {
  await owner.ended
  owner = start('start.ts', ['--worker'], settings)
  await owner.says(/worker is ready/)
}

/** What stands for each sitting, by a connection of its own. */
async function recorded() {
  const db = connectDatabase({ url: world.settings.databaseUrl, maxConnections: 1 })
  try {
    return await inTransaction(db, async (tx) => {
      await enterPractice(tx, practiceId)
      const submissions = await tx.submission.findMany({ select: { id: true } })
      const completions = await tx.moduleCompletion.count()
      const certificates = await tx.certificate.count()
      const evidence = await tx.evidenceEvent.count({ where: { kind: 'completed' } })
      return { ids: submissions.map(({ id }) => id), completions, certificates, evidence }
    })
  } finally {
    await db.$disconnect()
  }
}

test('kill -9 at random moments during a hundred hand-ins loses or doubles nothing that was acknowledged', async () => {
  const all = await beginAll()
  const acknowledged = new Set<string>()
  for (let kill = 0; acknowledged.size < all.length; kill += 1) {
    const left = all.filter(({ attemptId }) => !acknowledged.has(attemptId))
    const answers = await handInUntilKilled(left, killsTheDatabaseToo(kill))
    expect(answers.filter((answer) => !answer.startsWith('done '))).toEqual([])
    for (const answer of answers) acknowledged.add(answer.slice('done '.length))
    if (killsTheDatabaseToo(kill)) await startAgain()
    expect((await recorded()).ids).toEqual(expect.arrayContaining([...acknowledged]))
  }
  const { ids, ...counts } = await recorded()
  expect(ids.toSorted()).toEqual(all.map(({ attemptId }) => attemptId).toSorted())
  expect(counts).toEqual({ completions: people * 2, certificates: people, evidence: people })
  const entries = await inTransaction(world.db, async (tx) => {
    await enterPractice(tx, practiceId)
    return auditEntries(tx, practiceId)
  })
  expect(verifyChain(entries, chainStart(practiceId)).ok).toBe(true)
  expect(entries.filter(({ event }) => event.kind === 'attempt-submitted')).toHaveLength(all.length)
})
