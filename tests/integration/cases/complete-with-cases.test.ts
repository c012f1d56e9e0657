import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyRecord } from '#lib/audit/sign-record'
import { readKeySet } from '#lib/audit/signing-key'
import { inTransaction } from '#lib/data/database'
import { insertEvidence } from '#lib/data/evidence'
import { enterPractice } from '#lib/data/scope'
import type { Actor } from '#lib/domain/access/actor'
import { instantFrom, localDateFrom } from '#lib/domain/calendar'
import type { AssignmentId, PracticeId } from '#lib/domain/ids'
import { viewDebrief } from '#lib/use-cases/cases/view-debrief'
import { viewPlay } from '#lib/use-cases/cases/view-play'
import { viewCertificate } from '#lib/use-cases/certificates/view-certificate'
import { managing } from '#tests/support/managing'
import { assignVisits, beginCase, choose, playThrough, publishCases } from '#tests/support/playing'
import { sittingsIn } from '#tests/support/sittings'
import { addMember, addPractice, as, everything, noon, openWorld, type World } from '#tests/support/world'

let world: World
let practiceId: PracticeId
beforeAll(async () => {
  world = await openWorld()
  await publishCases(world)
  practiceId = await addPractice(world, 'Practice')
})
afterAll(() => world.end())

async function learner(name: string): Promise<{ actor: Actor; assignmentId: AssignmentId }> {
  const actor = await addMember(world, { name, practiceId })
  return { actor, assignmentId: await assignVisits(world, actor) }
}

async function passQuiz(actor: Actor, assignmentId: AssignmentId) {
  const { start, submit } = sittingsIn(world, practiceId)
  return submit(actor, await start(actor, assignmentId), 'a')
}

/** What is stored of the end of a turn. */
async function closing(assignmentId: AssignmentId) {
  return inTransaction(world.db, async (tx) => {
    await enterPractice(tx, practiceId)
    const certificates = await tx.certificate.findMany({ where: { assignmentId } })
    const cycles = await tx.cycle.count({ where: { assignmentId } })
    const staffMemberId = certificates[0]?.staffMemberId
    const completed = staffMemberId
      ? await tx.evidenceEvent.count({ where: { staffMemberId, kind: 'completed' } })
      : 0
    return { certificates, cycles, completed }
  })
}

describe('a track that names cases', () => {
  test('stays open when its modules are done, and the last case earns the certificate, whatever its end', async () => {
    const { actor, assignmentId } = await learner('Ana')
    await playThrough(world, actor, await beginCase(world, actor, assignmentId, 'c1'), 'aa')
    expect(await passQuiz(actor, assignmentId)).toMatchObject({ ok: true })
    expect(await closing(assignmentId)).toMatchObject({ certificates: [], cycles: 1 })
    const playId = await beginCase(world, actor, assignmentId, 'c2')
    await playThrough(world, actor, playId, 'cb')
    const { certificates, cycles, completed } = await closing(assignmentId)
    expect({ cycles, completed }).toEqual({ cycles: 2, completed: 1 })
    const [certificate] = certificates
    const cases = ['c1', 'c2'].map((id) => ({
      caseVersionId: `${id}@1`,
      title: 'A case in en',
      version: 1,
      minutes: 10,
      contentHash: `hash-${id}`,
    }))
    expect(certificate).toMatchObject({ modules: [{ moduleVersionId: 'm1@1' }], cases })
    const keys = await readKeySet(world.settings)
    const signed = await verifyRecord('certificate', certificate?.signature ?? '', keys)
    expect(signed).toMatchObject({ ok: true, value: { cases } })
    // How it ended is not on it.
    expect(JSON.stringify(signed)).not.toMatch(/"bad"|"well"|missed|outcome|points/)
    const debrief = await as(world, actor, (context) => viewDebrief(context, { playId }))
    expect(debrief).toMatchObject({ value: { certificateId: certificate?.id } })
    const shown = await as(world, actor, (context) =>
      viewCertificate(context, { certificateId: certificate?.id ?? '' }),
    )
    expect(shown).toMatchObject({ ok: true, value: { certificate: { cases } } })
  })

  test('is closed by its last quiz where the cases came first', async () => {
    const { actor, assignmentId } = await learner('Bea')
    for (const caseId of ['c1', 'c2'])
      await playThrough(world, actor, await beginCase(world, actor, assignmentId, caseId), 'ba')
    expect(await closing(assignmentId)).toMatchObject({ certificates: [], cycles: 1 })
    expect(await passQuiz(actor, assignmentId)).toMatchObject({ ok: true })
    const { certificates, cycles } = await closing(assignmentId)
    expect(certificates).toMatchObject([{ cases: [{}, {}] }])
    expect(cycles).toBe(2)
  })

  test('asks its cases anew in the next turn, and a play that the turn left behind counts for nothing', async () => {
    const { actor, assignmentId } = await learner('Cid')
    const left = await beginCase(world, actor, assignmentId, 'c1')
    await inTransaction(world.db, async (tx) => {
      await enterPractice(tx, practiceId)
      const turn = { practiceId, assignmentId, number: 2, trackVersionId: 'visits@1' }
      await tx.cycle.create({ data: { ...turn, beganAt: new Date('2026-03-10T17:00:00Z') } })
    })
    expect(await choose(world, actor, left, 1, 'a')).toEqual({ ok: false, refusal: 'turn-over' })
    const view = await as(world, actor, (context) => viewPlay(context, { playId: left }))
    expect(view).toEqual({ ok: true, value: { kind: 'over', assignmentId, caseId: 'c1' } })
    const anew = await beginCase(world, actor, assignmentId, 'c1')
    expect(anew).not.toBe(left)
    await playThrough(world, actor, anew, 'aa')
    expect(await as(world, actor, (context) => viewDebrief(context, { playId: anew }))).toMatchObject({
      ok: true,
    })
  })
})

describe('a turn that the rules ended', () => {
  test('takes no further choice in the play that it left behind, and the next turn asks the case anew', async () => {
    const elsewhere = await addPractice(world, 'Practice of rules')
    const manager = await addMember(world, { name: 'Mona', practiceId: elsewhere, can: everything })
    const here = managing(world, manager, elsewhere)
    await here.require({ trackId: 'visits' })
    const actor = await addMember(world, { name: 'Ida', practiceId: elsewhere })
    const assignmentId = await assignVisits(world, actor)
    const left = await beginCase(world, actor, assignmentId, 'c1')
    expect(await choose(world, actor, left, 1, 'a')).toMatchObject({ ok: true })
    const accepted = {
      staffMemberId: actor.memberships[0]?.staffMemberId ?? '',
      trackId: 'visits',
      kind: 'external-accepted',
      effectiveOn: localDateFrom('2026-03-20'),
      details: { provider: 'Elsewhere', validThrough: '2027-03-20' },
    }
    await here.inPractice((tx) => insertEvidence(tx, elsewhere, actor.personId, [accepted], noon))
    const aYearOn = instantFrom('2027-02-10T17:00:00Z')
    expect(await choose(world, actor, left, 2, 'a', aYearOn)).toEqual({ ok: false, refusal: 'turn-over' })
    const view = await as(world, actor, (context) => viewPlay(context, { playId: left }), aYearOn)
    expect(view).toEqual({ ok: true, value: { kind: 'over', assignmentId, caseId: 'c1' } })
    const anew = await beginCase(world, actor, assignmentId, 'c1', aYearOn)
    expect(anew).not.toBe(left)
    expect(await choose(world, actor, anew, 1, 'a', aYearOn)).toMatchObject({ ok: true })
    expect(await choose(world, actor, anew, 2, 'a', aYearOn)).toMatchObject({ value: { isOver: true } })
  })
})

describe('at the same moment', () => {
  const rounds = 200

  test('of many tabs and clicks one makes the choice, 200 times', async () => {
    const { actor, assignmentId } = await learner('Dan')
    const playId = await beginCase(world, actor, assignmentId, 'c1')
    await playThrough(world, actor, playId, 'aa')
    for (let round = 0; round < rounds; round += 1) {
      const id = await nextReplay(actor, assignmentId, round + 2)
      const options = ['a', 'b', 'a', 'c']
      const answers = await Promise.all(options.map((option) => choose(world, actor, id, 1, option)))
      const stored = await choicesOf(actor, id)
      expect(stored).toHaveLength(1)
      const [made] = stored
      expect(answers.map(({ ok }) => ok)).toEqual(options.map((option) => option === made?.optionId))
      const refusals = answers.flatMap((answer) => (answer.ok ? [] : [answer.refusal]))
      expect(new Set(refusals)).toEqual(new Set(['chosen-otherwise']))
    }
  }, 300_000)

  test('the last quiz and the last case never both miss the end of the track', async () => {
    for (let round = 0; round < 50; round += 1) {
      const { actor, assignmentId } = await learner(`Racer ${round}`)
      await playThrough(world, actor, await beginCase(world, actor, assignmentId, 'c1'), 'aa')
      const playId = await beginCase(world, actor, assignmentId, 'c2')
      await playThrough(world, actor, playId, 'a')
      const { start, submit, itemsOf } = sittingsIn(world, practiceId)
      const attemptId = await start(actor, assignmentId)
      const items = await itemsOf(actor, attemptId)
      const ends = await Promise.all([
        submit(actor, attemptId, 'a', undefined, items),
        choose(world, actor, playId, 2, 'a'),
        choose(world, actor, playId, 2, 'a'),
      ])
      expect(ends.every(({ ok }) => ok)).toBe(true)
      const { certificates, cycles, completed } = await closing(assignmentId)
      expect({ certificates: certificates.length, cycles, completed }).toEqual({
        certificates: 1,
        cycles: 2,
        completed: 1,
      })
    }
  }, 300_000)
})

/** A play for practice, written as the application does, since ending 200 of them one by one would take long. */
async function nextReplay(actor: Actor, assignmentId: AssignmentId, number: number) {
  return as(world, actor, async ({ tx }) => {
    const found = await tx.casePlay.findFirstOrThrow({ where: { assignmentId, caseId: 'c1' } })
    const { id } = await tx.casePlay.create({ data: { ...found, id: crypto.randomUUID(), number } })
    return { ok: true as const, value: id as Parameters<typeof choose>[2] }
  }).then(({ value }) => value)
}

async function choicesOf(actor: Actor, playId: string) {
  const read = await as(world, actor, async ({ tx }) => ({
    ok: true as const,
    value: await tx.caseChoice.findMany({ where: { playId } }),
  }))
  return read.value
}
