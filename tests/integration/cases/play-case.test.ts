import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inTransaction } from '#lib/data/database'
import { enterPractice } from '#lib/data/scope'
import type { Actor } from '#lib/domain/access/actor'
import type { AssignmentId, PlayId, PracticeId } from '#lib/domain/ids'
import { replayCase } from '#lib/use-cases/cases/replay-case'
import { startCase } from '#lib/use-cases/cases/start-case'
import { viewCase } from '#lib/use-cases/cases/view-case'
import { viewDebrief } from '#lib/use-cases/cases/view-debrief'
import { viewPlay } from '#lib/use-cases/cases/view-play'
import { viewAssignment } from '#lib/use-cases/training/view-assignment'
import { assignVisits, beginCase, choose, playThrough, publishCases } from '#tests/support/playing'
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

const view = (actor: Actor, playId: PlayId, language: 'en' | 'es' = 'en') =>
  as(world, actor, (context) => viewPlay(context, { playId }), noon, language)
const debrief = (actor: Actor, playId: PlayId) =>
  as(world, actor, (context) => viewDebrief(context, { playId }))

describe('playing a case', () => {
  test('shows one scene at a time, then what follows from the choice, at the same place in either language', async () => {
    const { actor, assignmentId } = await learner('Ana')
    const before = await as(world, actor, (context) => viewCase(context, { assignmentId, caseId: 'c1' }))
    expect(before).toMatchObject({ ok: true, value: { title: 'A case in en', playId: null } })
    expect(JSON.stringify(before)).not.toMatch(/Scene|Do a/)
    const playId = await beginCase(world, actor, assignmentId)
    expect(await view(actor, playId)).toMatchObject({
      value: { kind: 'open', step: 1, about: 2, happened: null, scene: { id: 'n1' } },
    })
    expect(await choose(world, actor, playId, 1, 'c')).toMatchObject({ ok: true, value: { isOver: false } })
    const happened = { consequence: 'What follows c at n1 in en', endangers: true }
    expect(await view(actor, playId)).toMatchObject({
      value: { step: 2, about: 3, happened, scene: { scene: 'Scene n2 in en' } },
    })
    expect(await view(actor, playId, 'es')).toMatchObject({
      value: { step: 2, language: 'es', scene: { scene: 'Scene n2 in es' } },
    })
    // It begins once: whoever begins again goes on.
    expect(await beginCase(world, actor, assignmentId)).toBe(playId)
    const shown = JSON.stringify(await view(actor, playId))
    expect(shown).not.toMatch(/judgment|points|outcome|at n3|Learnt|Strong|What follows a/)
  })

  test('takes each step once: the same choice again changes nothing, and another one is refused', async () => {
    const { actor, assignmentId } = await learner('Bea')
    const playId = await beginCase(world, actor, assignmentId)
    expect(await choose(world, actor, playId, 1, 'a')).toMatchObject({ ok: true })
    expect(await choose(world, actor, playId, 1, 'a')).toMatchObject({ ok: true })
    expect(await choose(world, actor, playId, 1, 'c')).toEqual({ ok: false, refusal: 'chosen-otherwise' })
    expect(await choose(world, actor, playId, 3, 'a')).toEqual({ ok: false, refusal: 'not-found' })
    expect(await choose(world, actor, playId, 2, 'z')).toEqual({ ok: false, refusal: 'option-foreign' })
    expect(await view(actor, playId)).toMatchObject({ value: { step: 2, scene: { id: 'n3' } } })
    expect(await debrief(actor, playId)).toEqual({ ok: false, refusal: 'not-found' })
  })

  test('ends with a debrief by skill that names what else was right, and says the same whenever it is read', async () => {
    const { actor, assignmentId } = await learner('Cid')
    const playId = await beginCase(world, actor, assignmentId)
    await playThrough(world, actor, playId, 'aa')
    expect(await view(actor, playId)).toMatchObject({ value: { kind: 'ended' } })
    const said = await debrief(actor, playId)
    expect(said).toMatchObject({
      value: {
        lesson: 'Learnt well in en',
        ending: { id: 'well' },
        happened: { consequence: 'What follows a at n3 in en' },
        skills: [
          { skill: 'privacy', level: 'strong', words: 'Strong privacy', points: 4, outOf: 4 },
          { skill: 'choice', level: 'not-met', words: 'Weak choice' },
          { skill: 'safety', level: 'strong' },
          {},
          {},
        ],
        steps: [{ others: [{ text: 'Do b at n1 in en', feedback: 'Why b at n1 in en' }] }, { others: [] }],
        lessons: [{ moduleId: 'm1', lessonId: 'm1-l1' }],
      },
    })
    expect(await debrief(actor, playId)).toEqual(said)
  })

  test('counts at any end, and a replay changes nothing that counts', async () => {
    const { actor, assignmentId } = await learner('Dan')
    const playId = await beginCase(world, actor, assignmentId)
    await playThrough(world, actor, playId, 'cb')
    const cases = async () => {
      const training = await as(world, actor, (context) => viewAssignment(context, { assignmentId }))
      return training.ok && training.value.progress.cases.map(({ played }) => played)
    }
    expect(await cases()).toEqual([{ kind: 'done', on: '2026-03-10' }, { kind: 'unplayed' }])
    const facts = await factsOf(actor)
    const replay = () => as(world, actor, (context) => replayCase(context, { playId }))
    const replayed = await replay()
    expect(await replay()).toEqual(replayed)
    const again = replayed.ok ? replayed.value.playId : playId
    expect(again).not.toBe(playId)
    expect(await view(actor, again)).toMatchObject({ value: { isPractice: true, step: 1 } })
    await playThrough(world, actor, again, 'aa')
    expect(await debrief(actor, again)).toMatchObject({ value: { isPractice: true, ending: { id: 'well' } } })
    expect(await debrief(actor, playId)).toMatchObject({
      value: { isPractice: false, ending: { id: 'bad' } },
    })
    expect(await factsOf(actor)).toEqual(facts)
    expect(await cases()).toEqual([{ kind: 'done', on: '2026-03-10' }, { kind: 'unplayed' }])
  })
})

/** The facts of the actor's own post, as the practice reads them. */
async function factsOf(actor: Actor) {
  return inTransaction(world.db, async (tx) => {
    await enterPractice(tx, practiceId)
    const staffMemberId = actor.memberships[0]?.staffMemberId ?? ''
    return tx.evidenceEvent.findMany({ where: { staffMemberId }, orderBy: [{ id: 'asc' }] })
  })
}

describe('what a practice knows of a case', () => {
  test('is that it was begun and done, in which version and language, and never a choice', async () => {
    const { actor, assignmentId } = await learner('Eva')
    const playId = await beginCase(world, actor, assignmentId)
    await playThrough(world, actor, playId, 'cab')
    const facts = (await factsOf(actor)).filter(({ kind }) => kind.startsWith('part-'))
    expect(facts.map(({ kind, details }) => ({ kind, ...(details as object) }))).toEqual(
      expect.arrayContaining([
        { kind: 'part-started', part: 'c1', at: noon },
        { kind: 'part-completed', part: 'c1', version: 1, at: noon, language: 'en' },
      ]),
    )
    expect(facts).toHaveLength(2)
    const entries = await inTransaction(world.db, async (tx) => {
      await enterPractice(tx, practiceId)
      return tx.auditEntry.findMany({ where: { actorPersonId: actor.personId } })
    })
    expect(entries.map(({ kind }) => kind)).toEqual(['case-completed'])
    expect(JSON.stringify([facts, entries])).not.toMatch(/optionId|nodeId|"n1"|"bad"|points|ending/)
  })

  test('no row of a choice is read by a manager, a job or another practice, whatever they ask', async () => {
    const { actor, assignmentId } = await learner('Fay')
    const playId = await beginCase(world, actor, assignmentId)
    await playThrough(world, actor, playId, 'a')
    const manager = await addMember(world, { name: 'Mona', practiceId, can: everything })
    const elsewhere = await addPractice(world, 'Elsewhere')
    const foreigner = await addMember(world, { name: 'Gus', practiceId: elsewhere })
    const rows = async (settings: { practices: string; person: string }) =>
      inTransaction(world.db, async (tx) => {
        await tx.$queryRaw`SELECT set_config('beacon.practice_ids', ${settings.practices}, true),
          set_config('beacon.person_id', ${settings.person}, true)`
        return [
          await tx.casePlay.count({ where: { id: playId } }),
          await tx.caseChoice.count({ where: { playId } }),
        ]
      })
    expect(await rows({ practices: practiceId, person: actor.personId })).toEqual([1, 1])
    expect(await rows({ practices: practiceId, person: manager.personId })).toEqual([0, 0])
    expect(await rows({ practices: practiceId, person: '' })).toEqual([0, 0])
    expect(await rows({ practices: elsewhere, person: actor.personId })).toEqual([0, 0])
    for (const other of [manager, foreigner]) {
      expect(await view(other, playId)).toEqual({ ok: false, refusal: 'not-found' })
      expect(await debrief(other, playId)).toEqual({ ok: false, refusal: 'not-found' })
      expect(await choose(world, other, playId, 2, 'a')).toEqual({ ok: false, refusal: 'not-found' })
      const start = as(world, other, (context) => startCase(context, { assignmentId, caseId: 'c1' }))
      expect(await start).toEqual({ ok: false, refusal: 'not-found' })
      const replay = as(world, other, (context) => replayCase(context, { playId }))
      expect(await replay).toEqual({ ok: false, refusal: 'not-found' })
    }
  })

  test('a choice that was made can neither be changed nor taken away, nor be made in another name', async () => {
    const { actor, assignmentId } = await learner('Hal')
    const playId = await beginCase(world, actor, assignmentId)
    await playThrough(world, actor, playId, 'a')
    const settings = (tx: Parameters<Parameters<typeof inTransaction>[1]>[0], person: string) =>
      tx.$queryRaw`SELECT set_config('beacon.practice_ids', ${practiceId}, true),
        set_config('beacon.person_id', ${person}, true)`
    for (const change of [
      `UPDATE case_choice SET option_id = 'b'`,
      'DELETE FROM case_choice',
      'DELETE FROM case_play',
    ]) {
      const attempt = inTransaction(world.db, async (tx) => {
        await settings(tx, actor.personId)
        await tx.$executeRaw([change] as unknown as TemplateStringsArray)
      })
      await expect(attempt, change).rejects.toThrow(/permission denied/)
    }
    const forged = inTransaction(world.db, async (tx) => {
      await settings(tx, '00000000-0000-4000-8000-000000000000')
      await tx.$executeRaw`INSERT INTO case_choice SELECT ${practiceId}::uuid, ${playId}::uuid, 2,
        ${actor.personId}::uuid, 'c1@1', 'n3', 'b', 'bad', true, now(), 'en'`
    })
    await expect(forged).rejects.toThrow(/row-level security/)
  })
})
