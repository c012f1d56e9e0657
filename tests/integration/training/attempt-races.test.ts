import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connectDatabase } from '#lib/data/client'
import { inTransaction } from '#lib/data/database'
import { enterPractice } from '#lib/data/scope'
import type { AttemptId, PracticeId } from '#lib/domain/ids'
import { startAttempt } from '#lib/use-cases/training/start-attempt'
import { submitAttempt } from '#lib/use-cases/training/submit-attempt'
import { addCrowd, type CrowdMember } from '#tests/support/crowd'
import { cuttingProxy } from '#tests/support/cutting-proxy'
import { addPractice, as, openWorld, type World } from '#tests/support/world'

// Races are lost once in many: each is run two hundred times, with a learner of its own each time.

const rounds = 200
const atOnce = 40

let world: World
let practiceId: PracticeId

beforeAll(async () => {
  world = await openWorld()
  practiceId = await addPractice(world, 'Gateway Family Practice')
})
afterAll(() => world.end())

const times = <Value>(many: number, one: (index: number) => Promise<Value>) =>
  Promise.all(Array.from({ length: many }, (_, index) => one(index)))

/** Over the world's own connections, or over others. */
type Learner = CrowdMember & { readonly world?: World }

const start = ({ actor, assignmentId, world: over = world }: Learner) =>
  as(over, actor, (context) => startAttempt(context, { assignmentId, moduleId: 'm1' }))

/** How many rows of each kind stand for the learner. */
function standing({ assignmentId }: CrowdMember) {
  return inTransaction(world.db, async (tx) => {
    await enterPractice(tx, practiceId)
    const rows = await tx.$queryRaw<{ open: number; submissions: number; scores: number; numbers: string }[]>`
      SELECT (SELECT count(*)::int FROM open_attempt WHERE assignment_id = ${assignmentId}::uuid) AS open,
        count(s.id)::int AS submissions, count(g.submission_id)::int AS scores,
        coalesce(string_agg(s.attempt_number::text, ',' ORDER BY s.attempt_number), '') AS numbers
      FROM submission s LEFT JOIN score g ON g.practice_id = s.practice_id AND g.submission_id = s.id
      WHERE s.assignment_id = ${assignmentId}::uuid`
    return rows[0]
  })
}

/** The items drawn, by the learner's own open sitting. */
function itemsOf(attemptId: AttemptId): Promise<string[]> {
  return inTransaction(world.db, async (tx) => {
    await enterPractice(tx, practiceId)
    const rows = await tx.$queryRaw<{ id: string }[]>`
      SELECT item ->> 'itemId' AS id FROM open_attempt, jsonb_array_elements(items) AS item WHERE id = ${attemptId}::uuid`
    return rows.map(({ id }) => id)
  })
}

function submit(
  { actor, world: over = world }: Learner,
  attemptId: AttemptId,
  items: readonly string[],
  key: string,
) {
  const answers = Object.fromEntries(items.map((itemId) => [itemId, ['b']]))
  const input = { attemptId, answers, idempotencyKey: key }
  return as(over, actor, (context) => submitAttempt(context, input))
}

test('forty starts at once leave one open sitting, and all forty lead to it', async () => {
  for (const learner of await addCrowd(world, practiceId, rounds)) {
    const started = await times(atOnce, () => start(learner))
    expect(started.every(({ ok }) => ok)).toBe(true)
    expect(new Set(started.map((each) => each.ok && each.value.attemptId)).size).toBe(1)
    expect(await standing(learner)).toMatchObject({ open: 1, submissions: 0 })
  }
})

test('forty hand-ins at once at limit three leave exactly three', async () => {
  const drawn = new Map<AttemptId, Promise<string[]>>()
  const handIn = (learner: CrowdMember, attemptId: AttemptId) => {
    const items = drawn.get(attemptId) ?? itemsOf(attemptId)
    drawn.set(attemptId, items)
    return items.then((each) => submit(learner, attemptId, each, randomUUID()))
  }
  /** Hands in; whoever's counted begins the next sitting. Resolves with how many counted. */
  const sit = async (learner: CrowdMember, begun?: AttemptId): Promise<number> => {
    const started = begun ? undefined : await start(learner)
    if (started && !started.ok) return 0
    const { attemptId } = started?.value ?? { attemptId: begun }
    const counted = attemptId && (await handIn(learner, attemptId)).ok
    return counted ? 1 + (await sit(learner)) : 0
  }
  for (const learner of await addCrowd(world, practiceId, rounds)) {
    const first = await start(learner)
    if (!first.ok) throw new Error(first.refusal)
    // Half of them have the page of the sitting open, and half of them are about to open it.
    const counted = await times(atOnce, (index) =>
      sit(learner, index % 2 === 0 ? first.value.attemptId : undefined),
    )
    expect(counted.reduce((sum, one) => sum + one, 0)).toBe(3)
    expect(await standing(learner)).toEqual({ open: 0, submissions: 3, scores: 3, numbers: '1,2,3' })
  }
})

test('one key handed in many times at once is one submission, and everybody hears the same', async () => {
  for (const learner of await addCrowd(world, practiceId, rounds)) {
    const started = await start(learner)
    if (!started.ok) throw new Error(started.refusal)
    const { attemptId } = started.value
    const items = await itemsOf(attemptId)
    const key = randomUUID()
    const answers = await times(6, () => submit(learner, attemptId, items, key))
    expect(answers).toEqual(answers.map(() => ({ ok: true, value: { attemptId } })))
    expect(await standing(learner)).toEqual({ open: 0, submissions: 1, scores: 1, numbers: '1' })
  }
})

test('a connection cut after COMMIT, and a retry, give one sitting and one submission', async () => {
  const proxy = await cuttingProxy(world.settings.databaseUrl)
  const db = connectDatabase({ url: proxy.url, maxConnections: 1 })
  const overCut = { ...world, db }
  const lost = (work: () => Promise<unknown>) => {
    proxy.cutAfterCommit()
    return expect(work()).rejects.toThrow(/connection|terminated|closed/i)
  }
  try {
    for (const { actor, assignmentId } of await addCrowd(world, practiceId, rounds)) {
      const learner = { actor, assignmentId, world: overCut }
      await lost(() => start(learner))
      expect(await standing(learner)).toMatchObject({ open: 1, submissions: 0 })
      const again = await start(learner)
      if (!again.ok) throw new Error(again.refusal)
      const { attemptId } = again.value
      expect(await standing(learner)).toMatchObject({ open: 1 })
      const items = await itemsOf(attemptId)
      const key = randomUUID()
      await lost(() => submit(learner, attemptId, items, key))
      expect(await submit(learner, attemptId, items, key)).toEqual({ ok: true, value: { attemptId } })
      expect(await standing(learner)).toEqual({ open: 0, submissions: 1, scores: 1, numbers: '1' })
    }
    expect(proxy.cuts()).toBe(rounds * 2)
  } finally {
    await db.$disconnect()
    await proxy.close()
  }
})
