import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { insertEvidence, type NewEvidence } from '#lib/data/evidence'
import type { Actor } from '#lib/domain/access/actor'
import { addDays, addMinutes, type Instant } from '#lib/domain/calendar'
import { bindsPeople } from '#lib/domain/compliance/published-changes'
import type { PracticeId, StaffMemberId } from '#lib/domain/ids'
import { forgetProjection } from '#lib/use-cases/operation/forget-projection'
import { settleProjection } from '#lib/use-cases/operation/settle-projection'
import { endEmployment } from '#lib/use-cases/practice/end-employment'
import { type ChangingPractice, changingPractice } from '#tests/support/changing'
import { managing } from '#tests/support/managing'
import { projectionFaults, tallyFaultsFrom } from '#tests/support/projection'
import { postAt } from '#tests/support/reading'
import { sittingsIn } from '#tests/support/sittings'
import { addMember, addPractice, as, noon, openWorld, today, type World } from '#tests/support/world'

let world: World
let practiceId: PracticeId
let manager: Actor
let here: ReturnType<typeof managing>

const manage = ['train', 'manage'] as const

beforeAll(async () => {
  world = await openWorld()
  practiceId = await addPractice(world, 'Gateway Family Practice')
  manager = await addMember(world, { name: 'Max Manager', practiceId, role: 'lead', can: manage })
  here = managing(world, manager, practiceId)
})
afterAll(() => world.end())

const write = (facts: readonly NewEvidence[], at = noon) =>
  here.inPractice((tx) => insertEvidence(tx, practiceId, manager.personId, facts, at))

test('what every use case leaves behind is what the function gives', async () => {
  expect(await projectionFaults(world, noon)).toEqual([])
  await here.require()
  const nadia = await here.added('Nadia Current')
  const carl = await here.added('Carl Benson', { startedOn: addDays(today, -20) })
  await here.added('Nina Later', { startedOn: addDays(today, 20) })
  expect(await projectionFaults(world, noon)).toEqual([])
  await here.require({ roles: ['front-desk'], rhythm: { cadence: 'once' } })
  const { learner, start, submit } = sittingsIn(world, practiceId)
  const { actor, assignmentId } = await learner('Cora Complete')
  for (const moduleId of ['m1', 'm2']) await submit(actor, await start(actor, assignmentId, moduleId), 'a')
  const hire = await here.inPractice((tx) =>
    tx.evidenceEvent.findFirst({ where: { staffMemberId: nadia, kind: 'employed' } }),
  )
  await here.record(nadia, { kind: 'correction', factId: hire?.id ?? '', to: addDays(today, -40) })
  await as(world, manager, (context) =>
    endEmployment(context, { practiceId, staffMemberId: carl, lastDay: addDays(today, -1) }),
  )
  expect(await projectionFaults(world, noon)).toEqual([])
  await here.rehire(carl, { name: 'Carl Benson', startedOn: today, role: 'front-desk' })
  expect(await projectionFaults(world, noon)).toEqual([])
})

const someday = fc.integer({ min: -700, max: 400 }).map((days) => addDays(today, days))
const kinds: readonly ((from: NewEvidence['effectiveOn']) => Pick<NewEvidence, 'kind' | 'details'>)[] = [
  () => ({ kind: 'completed', details: { version: 1 } }),
  () => ({ kind: 'part-started', details: { part: 'm1' } }),
  () => ({ kind: 'employed' }),
  () => ({ kind: 'employment-ended' }),
  () => ({ kind: 'role-started', details: { role: 'front-desk' } }),
  (from) => ({ kind: 'leave-started', details: { through: addDays(from, 60) } }),
  (from) => ({ kind: 'exempted', details: { through: addDays(from, 30) } }),
  (from) => ({ kind: 'extended', details: { to: addDays(from, 90) } }),
]

test('whatever is recorded, on whatever day: spans equal the function, and counts a recount, on every day ahead', async () => {
  const staff = await Promise.all(['Ada', 'Ben', 'Cleo', 'Dora'].map((name) => here.added(`${name} Random`)))
  const fact = fc.record({ who: fc.constantFrom(...staff), on: someday, kind: fc.constantFrom(...kinds) })
  await fc.assert(
    fc.asyncProperty(fc.array(fact, { minLength: 1, maxLength: 6 }), async (facts) => {
      await write(
        facts.map(({ who, on, kind }) => ({
          staffMemberId: who,
          effectiveOn: on,
          trackId: 'basics',
          ...kind(on),
        })),
      )
      expect(await projectionFaults(world, noon)).toEqual([])
      expect(await tallyFaultsFrom(world, practiceId, today, 900)).toEqual([])
    }),
    { numRuns: 25 },
  )
})

const published = fc.record({
  changeKind: fc.constantFrom('editorial', 'clarifying', 'material', 'critical'),
  ahead: fc.integer({ min: 0, max: 300 }),
})
/** A version is told by how many the newest one is ahead of it. */
const ofTrack = fc.record({
  who: fc.nat(2),
  kind: fc.constantFrom('completed', 'updated'),
  back: fc.nat(2),
  on: fc.integer({ min: -300, max: 60 }).map((days) => addDays(today, days)),
})

type Deed = typeof published | typeof ofTrack extends fc.Arbitrary<infer Done> ? Done : never

type Publication = Extract<Deed, { readonly changeKind: unknown }>

async function publish(
  there: ChangingPractice,
  { changeKind, ahead }: Publication,
  after: number,
  at: Instant,
) {
  const day = bindsPeople(changeKind) ? { dueOn: addDays(today, ahead) } : {}
  const done = await there.track(there.trainer, { changeKind, ...day, after, at })
  if (!done.ok) throw new Error(done.refusal)
}

/** Does one after the other at a practice whose track is in its first version. */
async function playVersions(there: ChangingPractice, staff: readonly Actor[], deeds: readonly Deed[]) {
  const { practiceId, trackId } = there
  let newest = 1
  for (const [index, deed] of deeds.entries()) {
    const at = addMinutes(noon, index)
    if ('changeKind' in deed) {
      await publish(there, deed, newest, at)
      newest += 1
    } else {
      const { staffMemberId } = postAt(staff[deed.who] ?? there.trainer)
      const details = { version: Math.max(1, newest - deed.back) }
      const fact = { staffMemberId, trackId, kind: deed.kind, effectiveOn: deed.on, details }
      await there.within((tx) => insertEvidence(tx, practiceId, there.manager.personId, [fact], at))
    }
  }
}

test('whatever versions of a track are published, and whatever was completed or read of them: the same', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(published, ofTrack), { minLength: 2, maxLength: 7 }),
      async (deeds) => {
        const there = await changingPractice(world, `Versions ${randomUUID()}`)
        const { practiceId: own } = there
        const staff = await Promise.all(
          ['Ida', 'Jon', 'Kim'].map((name) => addMember(world, { name, practiceId: own })),
        )
        await playVersions(there, staff, deeds)
        expect(await projectionFaults(world, addMinutes(noon, 10))).toEqual([])
        expect(await tallyFaultsFrom(world, own, today, 700)).toEqual([])
      },
    ),
    { numRuns: 12 },
  )
})

test('many at once about the same people leave what one after the other would', async () => {
  const staff = await Promise.all(['Eve', 'Finn', 'Gus'].map((name) => here.added(`${name} Crowded`)))
  const facts = (turn: number): NewEvidence[] =>
    staff.map((staffMemberId) => ({
      staffMemberId,
      trackId: 'basics',
      kind: 'completed',
      effectiveOn: addDays(today, -turn),
      details: { version: 1 },
    }))
  await Promise.all([
    ...Array.from({ length: 12 }, (_, turn) =>
      write(turn % 2 === 0 ? facts(turn) : facts(turn).toReversed()),
    ),
    here.require({ firstDueDays: 60 }),
  ])
  expect(await projectionFaults(world, noon)).toEqual([])
  expect(await tallyFaultsFrom(world, practiceId, today, 500)).toEqual([])
})

test('days pass without a job, and one that takes away what is over changes no answer', async () => {
  const later = addMinutes(noon, 60 * 24 * 200)
  expect(await projectionFaults(world, later)).toEqual([])
  await settleProjection(world.db, () => later)
  expect(await projectionFaults(world, later)).toEqual([])
  expect(await tallyFaultsFrom(world, practiceId, addDays(today, 200), 300)).toEqual([])
})

test('thrown away and derived anew, it is the same', async () => {
  await forgetProjection(world.db)
  expect(await projectionFaults(world, noon)).toEqual([])
})

test('a difference is found: a span that somebody changed, and a count', async () => {
  const [staffMemberId] = await here.inPractice(
    (tx) =>
      tx.$queryRaw<{ id: StaffMemberId }[]>`SELECT staff_member_id AS id FROM status_span
      WHERE practice_id = ${practiceId}::uuid AND isfinite(through_on) LIMIT 1`,
  )
  await here.inPractice(
    (tx) => tx.$executeRaw`DELETE FROM status_span WHERE practice_id = ${practiceId}::uuid
      AND staff_member_id = ${staffMemberId?.id}::uuid AND NOT isfinite(through_on)`,
  )
  const [found] = await projectionFaults(world, noon)
  expect(found?.differing.length).toBeGreaterThan(0)
  expect(found?.tallyFaults).toEqual([])
  await here.inPractice(
    (tx) => tx.$executeRaw`INSERT INTO status_tally (practice_id, requirement_id, on_day, tally, delta)
      SELECT practice_id, requirement_id, ${today}::date, 'compliant', 1 FROM status_span
      WHERE practice_id = ${practiceId}::uuid LIMIT 1`,
  )
  expect((await projectionFaults(world, noon))[0]?.tallyFaults.length).toBeGreaterThan(0)
})
