import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '#lib/data/database'
import { enterPerson, enterPractice } from '#lib/data/scope'
import type { PracticeId } from '#lib/domain/ids'
import { quizStatisticsFile } from '#lib/use-cases/authoring/export-quiz-statistics'
import { viewQuizStatistics } from '#lib/use-cases/authoring/view-quiz-statistics'
import {
  addMember,
  addPractice,
  as,
  assignWithLessonsRead,
  openWorld,
  type World,
} from '#tests/support/world'

let world: World
let practiceId: PracticeId

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.end())

type Met = { readonly quiz: string; readonly early?: string; readonly late?: string }

/** Writes for each person a first answer to m1-q1 in the quiz, and in refreshers one and six months after. */
async function play(met: readonly Met[]): Promise<void> {
  practiceId = await addPractice(world, 'Statistics')
  for (const [index, one] of met.entries()) {
    const actor = await addMember(world, { name: `P${index} ${practiceId}`, practiceId })
    const assignmentId = await assignWithLessonsRead(world, actor)
    const staffMemberId = actor.memberships[0]?.staffMemberId ?? ''
    const { personId } = actor
    await inTransaction(world.db, async (tx) => {
      await enterPractice(tx, practiceId)
      await enterPerson(tx, personId)
      const submission = {
        ...{ practiceId, id: randomUUID(), staffMemberId, assignmentId, cycle: 1, moduleId: 'm1' },
        ...{ moduleVersionId: 'm1@1', attemptNumber: 1, attemptLimit: 3, items: [{ itemId: 'm1-q1' }] },
        ...{ startedAt: moment(2, index), submittedAt: moment(2, index), submittedOn: moment(2, index) },
        ...{ idempotencyKey: randomUUID(), bodyHash: 'x', language: 'en' },
      }
      await tx.submission.create({ data: submission })
      await tx.answer.create({
        data: { practiceId, submissionId: submission.id, itemId: 'm1-q1', optionIds: [one.quiz] },
      })
      for (const [months, option] of [
        [1, one.early],
        [6, one.late],
      ] as const) {
        if (!option) continue
        const id = randomUUID()
        const madeAt = moment(2 + months, index)
        const turn = { assignmentId, cycle: 1, moment: months, dueOn: madeAt, madeAt }
        await tx.refresher.create({ data: { practiceId, id, staffMemberId, ...turn } })
        const place = { practiceId, refresherId: id, place: 1, personId }
        const item = {
          moduleVersionId: 'm1@1',
          itemId: 'm1-q1',
          promptIds: [],
          optionIds: ['a', 'b', 'c', 'd'],
        }
        await tx.refresherPrompt.create({ data: { ...place, ...item } })
        await tx.refresherAnswer.create({
          data: { ...place, optionIds: [option], answeredAt: madeAt, language: 'en' },
        })
      }
    })
  }
}

const moment = (month: number, minute: number) => new Date(Date.UTC(2026, month, 10, 17, minute))
const many = (count: number, met: Met): Met[] => Array.from({ length: count }, () => met)

const words = {
  column: (name: string) => name,
  standing: (kind: string) => kind,
  few: '<5',
  nearlyAll: 'nearly all',
}

/** What the statistics tell, and the cells of the first item that the file adds for it. */
async function kept() {
  const { kept: told } = await statistics()
  return told
}

async function keptCells() {
  const [, first = ''] = new TextDecoder().decode(quizStatisticsFile(await statistics(), words)).split('\r\n')
  return first.split(',').slice(-6).join(',')
}

async function statistics() {
  const reviewer = await addMember(world, { name: `R ${randomUUID()}`, practiceId, can: ['train', 'review'] })
  const view = await as(world, reviewer, (context) =>
    viewQuizStatistics(context, { practiceId, moduleVersionId: 'm1@1' }),
  )
  if (!view.ok) throw new Error(view.refusal)
  return view.value
}

test('the same people before and after, in fives, with an interval from thirty on', async () => {
  await play([
    ...many(12, { quiz: 'b', early: 'a', late: 'a' }),
    ...many(8, { quiz: 'b', early: 'b' }),
    ...many(12, { quiz: 'a', early: 'a' }),
  ])
  const [item] = await kept()
  // Thirty of thirty-two, in the order of the later answer: 10 right before, 22 after, which is told as 20.
  expect(item).toMatchObject({
    itemId: 'm1-q1',
    early: {
      people: 30,
      shares: {
        before: { kind: 'judged', facility: { value: 10 / 30 } },
        after: { kind: 'judged', facility: { value: 20 / 30 } },
      },
    },
    // Ten of twelve at six months: all were wrong before and right after, and neither is told.
    late: { people: 10, shares: { before: { kind: 'untold' }, after: { kind: 'untold' } } },
  })
  expect(await keptCells()).toBe('"30","0.3333","0.6667","10","nearly all","nearly all"')
})

test('under ten only how many they are, under five nothing', async () => {
  await play([...many(4, { quiz: 'b', early: 'a', late: 'a' }), ...many(5, { quiz: 'a', early: 'b' })])
  expect(await kept()).toEqual([{ itemId: 'm1-q1', early: { people: 5, shares: null }, late: null }])
  expect(await keptCells()).toBe('"5","","","<5","",""')
})

test('from ten on about how many were right, and no practice learns of another’s', async () => {
  await play([...many(9, { quiz: 'b', early: 'a' }), ...many(11, { quiz: 'a', early: 'b' })])
  expect(await kept()).toMatchObject([
    {
      early: {
        people: 20,
        shares: { before: { kind: 'too-few', right: 10 }, after: { kind: 'too-few', right: 10 } },
      },
      late: null,
    },
  ])
  expect(await keptCells()).toBe('"20","10 / 20","10 / 20","<5","",""')
  const elsewhere = await addPractice(world, 'Elsewhere')
  const asked = await inTransaction(world.db, async (tx) => {
    await enterPractice(tx, elsewhere)
    return tx.$queryRaw`SELECT * FROM refresher_item_statistics(${practiceId}::uuid, 'm1@1')`
  })
  expect(asked).toEqual([])
})
