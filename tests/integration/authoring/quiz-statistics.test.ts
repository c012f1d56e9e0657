import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inTransaction } from '#lib/data/database'
import type { Actor, Capability } from '#lib/domain/access/actor'
import { type ItemReport, quizReport } from '#lib/domain/assessment/quiz-report'
import { scoreAttempt } from '#lib/domain/curriculum/score-attempt'
import type { PracticeId } from '#lib/domain/ids'
import { changeStatisticsSharing } from '#lib/use-cases/authoring/change-statistics-sharing'
import { quizStatisticsFile } from '#lib/use-cases/authoring/export-quiz-statistics'
import { viewMeasuredModules, viewQuizStatistics } from '#lib/use-cases/authoring/view-quiz-statistics'
import { managing } from '#tests/support/managing'
import { playTaken, type Taken } from '#tests/support/measured'
import { addMember, addPractice, as, openWorld, type World } from '#tests/support/world'

// Option "a" is right in every item of the test library. Each person here is asked q1 and five more of the seven.

let world: World
const bank = Array.from({ length: 7 }, (_, index) => `m1-q${index + 1}`)

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.end())

type Place = { readonly practiceId: PracticeId; readonly reviewer: Actor }

async function practice(name: string, can: readonly Capability[] = ['train', 'review']): Promise<Place> {
  const practiceId = await addPractice(world, name)
  return { practiceId, reviewer: await addMember(world, { name: `Reviewer of ${name}`, practiceId, can }) }
}

/** The n-th person: q1 as given, of the others all but one, right where the numbers say so. */
function person(n: number, first: string): Taken {
  const others = bank.slice(1).filter((_, index) => index !== n % 6)
  const answers = others.map((itemId, index) => [itemId, [(n + index) % 3 === 0 ? 'b' : 'a']] as const)
  return { minutes: 6 + (n % 3), answers: { 'm1-q1': [first], ...Object.fromEntries(answers) } }
}
const people = (many: number, wrong: readonly string[]) =>
  Array.from({ length: many }, (_, n) => person(n, wrong[n] ?? 'a'))

const view = ({ practiceId }: Place, actor: Actor) =>
  as(world, actor, (context) => viewQuizStatistics(context, { practiceId, moduleVersionId: 'm1@1' }))

async function seen(place: Place) {
  const result = await view(place, place.reviewer)
  if (!result.ok) throw new Error(result.refusal)
  return result.value
}
const share = ({ practiceId, reviewer }: Place, shared: boolean, after: number, actor = reviewer) =>
  as(world, actor, (context) => changeStatisticsSharing(context, { practiceId, shared, after }))

describe('the statistics of a practice', () => {
  let place: Place
  let staff: readonly string[]
  const taken = people(34, [...Array(7).fill('b'), ...Array(3).fill('c')])

  beforeAll(async () => {
    place = await practice('Alder')
    staff = await playTaken(world, place.practiceId, taken)
    // Whoever sits the quiz again has seen a result: it does not count.
    await playTaken(
      world,
      place.practiceId,
      staff.map((who) => ({ who, answers: { 'm1-q1': ['d'] } })),
      12,
    )
    await playTaken(world, (await practice('Birch')).practiceId, people(40, []))
  })

  test('are reckoned from the first attempt of each of its own people, in fives', async () => {
    const { report } = await seen(place)
    const attempts = taken.map(({ minutes = 0, answers }) => ({
      minutes,
      items: new Map(
        Object.entries(answers).map(([id, chosen]) => [id, { isRight: chosen[0] === 'a', chosen }]),
      ),
    }))
    expect(report).toEqual(quizReport(bank, attempts))
    expect(report.people).toBe(30)
    expect(report.items[0]).toMatchObject({
      kind: 'judged',
      people: 30,
      split: { kind: 'told', right: 20, wrong: 10 },
      wrongOptions: [{ optionIds: ['b', 'c'], people: 10 }],
    })
    expect(report.reliability.kind).toBe('drawn-form')
    expect(report.timeTaken).toBe('up-to-10')
  })

  test('hold no name, no id of anybody and no date, and no key', async () => {
    const text = JSON.stringify(await view(place, place.reviewer))
    for (const id of staff) expect(text).not.toContain(id)
    expect(text).not.toMatch(/2026-03|T\d\d:|correctOptionIds|rationale/)
  })

  test('are for authors and reviewers of the practice, not for managers, learners or others', async () => {
    const { practiceId } = place
    const author = await addMember(world, { name: 'Ari Author', practiceId, can: ['train', 'author'] })
    expect((await view(place, author)).ok).toBe(true)
    const manager = await addMember(world, { name: 'Moe', practiceId, can: ['train', 'manage'] })
    const learner = await addMember(world, { name: 'Lu', practiceId })
    const { reviewer: foreign } = await practice('Cedar')
    for (const actor of [manager, learner, foreign]) {
      expect(await view(place, actor)).toEqual({ ok: false, refusal: 'not-found' })
      expect(await as(world, actor, (context) => viewMeasuredModules(context, { practiceId }))).toEqual({
        ok: false,
        refusal: 'not-found',
      })
    }
  })

  test('list the versions that were taken here, with people in fives', async () => {
    const { practiceId, reviewer } = place
    const list = await as(world, reviewer, (context) => viewMeasuredModules(context, { practiceId }))
    expect(list.ok && list.value.versions).toMatchObject([{ moduleVersionId: 'm1@1', people: 30 }])
  })

  test('are the same in the file as on the page, and nothing in it is of fewer than five', async () => {
    const words = {
      column: (name: string) => name,
      standing: (kind: ItemReport['kind']) => kind,
      few: '<5',
      nearlyAll: 'nearly all',
    }
    const file = new TextDecoder().decode(quizStatisticsFile(await seen(place), words))
    const [, first = ''] = file.split('\r\n')
    expect(first).toContain('"m1-q1","Question 1","30","judged","20","10","0.6667"')
    expect(first).toContain('"Option b / Option c: 10"')
  })
})

describe('sharing', () => {
  test('is off until a reviewer begins it, stays on record with its author, and can be ended', async () => {
    const place = await practice('Dogwood')
    const { practiceId, reviewer } = place
    expect((await seen(place)).pooled).toBeNull()
    expect(await share(place, true, 0)).toEqual({ ok: true, value: null })
    expect((await seen(place)).pooled).toEqual({})
    expect(await share(place, false, 0)).toEqual({ ok: false, refusal: 'changed-meanwhile' })
    expect(await share(place, false, 1)).toEqual({ ok: true, value: null })
    expect((await seen(place)).pooled).toBeNull()
    const { inPractice, auditKinds } = managing(world, reviewer, practiceId)
    const rows = await inPractice((tx) => tx.statisticsSharing.findMany({ orderBy: { version: 'asc' } }))
    expect(rows.map(({ shared, recordedBy }) => [shared, recordedBy])).toEqual([
      [true, reviewer.personId],
      [false, reviewer.personId],
    ])
    expect(await auditKinds()).toEqual(['statistics-sharing-changed', 'statistics-sharing-changed'])
  })

  test('is not an author’s or a manager’s to begin', async () => {
    const place = await practice('Elm')
    for (const can of [
      ['train', 'author'],
      ['train', 'manage'],
    ] as const) {
      const actor = await addMember(world, { name: `X ${can[1]}`, practiceId: place.practiceId, can })
      expect(await share(place, true, 0, actor)).toEqual({ ok: false, refusal: 'not-found' })
    }
  })
})

describe('pooled figures', () => {
  test('are told from three practices and thirty people on, to those that share, and end with one of them', async () => {
    const places = [await practice('Fir'), await practice('Gum'), await practice('Hazel')]
    for (const place of places) {
      await playTaken(world, place.practiceId, people(12, Array(4).fill('b')))
    }
    const [one, two, three] = places
    if (!one || !two || !three) throw new Error('three practices')
    await share(one, true, 0)
    await share(two, true, 0)
    expect((await seen(one)).pooled).toEqual({})
    await share(three, true, 0)
    // Of each practice ten people, four of them wrong: 18 of 30 right, which is told as 20.
    const { pooled } = await seen(one)
    expect(pooled?.['m1-q1']).toMatchObject({ people: 30, practices: 3, facility: { value: 20 / 30 } })
    expect((await seen(two)).pooled).toEqual(pooled)
    expect((await seen(await practice('Iris'))).pooled).toBeNull()
    await share(two, false, 1)
    expect((await seen(one)).pooled).toEqual({})
    await share(three, false, 1)
    await share(one, false, 1)
  })

  test('tell no right and wrong where the wrong ones are nearly all of one practice', async () => {
    const places = [await practice('Juniper'), await practice('Kapok'), await practice('Larch')]
    const wrong = [8, 2, 2]
    for (const [index, place] of places.entries()) {
      await playTaken(world, place.practiceId, people(15, Array(wrong[index]).fill('b')))
      await share(place, true, 0)
    }
    const [one] = places
    const { pooled } = await seen(one ?? (await practice('none')))
    expect(pooled?.['m1-q1']).toMatchObject({ people: 45, facility: null, discrimination: null })
  })

  test('are the only thing that one practice learns of another', async () => {
    const { practiceId, reviewer } = await practice('Maple')
    const { inPractice } = managing(world, reviewer, practiceId)
    expect(await inPractice((tx) => tx.submission.count())).toBe(0)
    expect(await inPractice((tx) => tx.answer.count())).toBe(0)
  })
})

test('the database and the rule that scores agree on what is right', async () => {
  const options = ['a', 'b', 'c', 'd']
  const sets = Array.from({ length: 15 }, (_, bits) =>
    options.filter((__, index) => (bits + 1) & (1 << index)),
  )
  for (const right of sets) {
    const [first, ...rest] = right
    if (!first) continue
    const item = {
      id: 'q',
      kind: 'multiple',
      objectiveId: 'o',
      mustPass: false,
      correctOptionIds: [first, ...rest],
    } as const
    const rows = await inTransaction(world.db, (tx) => {
      const chosen = JSON.stringify([...sets, ['d', 'a']])
      return tx.$queryRaw<{ isRight: boolean; chosen: string[] }[]>`
        SELECT answer_is_right('multiple', c.chosen, ${right}::text[]) AS "isRight", c.chosen
        FROM (SELECT ARRAY(SELECT jsonb_array_elements_text(e)) AS chosen FROM jsonb_array_elements(${chosen}::jsonb) e) c`
    })
    for (const { isRight, chosen } of rows) {
      const score = scoreAttempt({ passMarkPercent: 80, items: [item] }, new Map([['q', chosen]]))
      expect(isRight).toBe(score.correct === 1)
    }
  }
})
