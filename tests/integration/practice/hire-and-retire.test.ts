import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#lib/domain/access/actor'
import { addDays } from '#lib/domain/calendar'
import { plainRosterQuery } from '#lib/domain/compliance/roster-page'
import type { PracticeId } from '#lib/domain/ids'
import { retireRequirement } from '#lib/use-cases/practice/retire-requirement'
import { viewPracticeCompliance } from '#lib/use-cases/practice/view-practice-compliance'
import { viewReminders } from '#lib/use-cases/practice/view-reminders'
import { managing } from '#tests/support/managing'
import { projectionFaults } from '#tests/support/projection'
import { addMember, addPractice, as, noon, openWorld, today, type World } from '#tests/support/world'

let world: World
let practiceId: PracticeId
let manager: Actor
let here: ReturnType<typeof managing>

beforeAll(async () => {
  world = await openWorld()
  practiceId = await addPractice(world, 'Gateway Family Practice')
  manager = await addMember(world, { name: 'Mona', practiceId, role: 'lead', can: ['train', 'manage'] })
  here = managing(world, manager, practiceId)
})
afterAll(() => world.end())

const retire = (requirementId: string, retiredOn = today) =>
  as(world, manager, (context) =>
    retireRequirement(context, {
      practiceId,
      requirementId,
      retiredOn,
      reason: 'Another one takes its place.',
    }),
  )

async function standingOf(name: string) {
  const input = { practiceId, part: 'current' as const, query: { ...plainRosterQuery, search: name } }
  const view = await as(world, manager, (context) => viewPracticeCompliance(context, input))
  return view.ok ? view.value.rows.map(({ answer }) => answer?.status) : view.refusal
}

test.each(Array.from({ length: 6 }, (_, round) => round))(
  'who is hired in the moment in which a requirement retires owes nothing of it (%i)',
  async (round) => {
    const requirementId = await here.require({ roles: ['nurse'] })
    const names = [`Nora ${round}`, `Nils ${round}`, `Nele ${round}`]
    const [retired] = await Promise.all([retire(requirementId), ...names.map((name) => here.added(name))])
    expect(retired.ok).toBe(true)
    for (const name of names) expect(new Set(await standingOf(name))).toEqual(new Set(['not-required']))
    const input = { practiceId, linkToBeMade: '' }
    const reminders = await as(world, manager, (context) => viewReminders(context, input))
    expect(reminders.ok && reminders.value.candidates).toEqual([])
    expect(await projectionFaults(world, noon)).toEqual([])
  },
)

test('and one that retires tomorrow is owed today, by whoever is hired in that moment too', async () => {
  const requirementId = await here.require({ roles: ['nurse'] })
  await Promise.all([retire(requirementId, addDays(today, 1)), here.added('Nadia Tomorrow')])
  expect(await standingOf('Nadia Tomorrow')).toContain('not-started')
  expect(await projectionFaults(world, noon)).toEqual([])
})
