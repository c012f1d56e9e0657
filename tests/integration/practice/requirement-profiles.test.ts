import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { listRequirements } from '#lib/data/compliance-history'
import { inTransaction } from '#lib/data/database'
import { replaceRegister } from '#lib/data/library'
import type { Actor } from '#lib/domain/access/actor'
import type { PublishedProfile } from '#lib/domain/curriculum/requirement-profile'
import type { PracticeId } from '#lib/domain/ids'
import { viewProfiles } from '#lib/use-cases/practice/view-profiles'
import { viewRequirement } from '#lib/use-cases/practice/view-requirement'
import { viewRequirements } from '#lib/use-cases/practice/view-requirements'
import { managing } from '#tests/support/managing'
import { addMember, addPractice, as, noon, openWorld, type World } from '#tests/support/world'

const missouri: PublishedProfile = {
  id: 'us-mo-baseline',
  state: 'MO',
  who: 'Staff of practices',
  requirement: 'No law was found.',
  hours: null,
  frequency: 'the practice decides',
  cadence: null,
  approval: null,
  basis: 'No statute found',
  effectiveOn: null,
  url: null,
  checkedOn: '2026-01-01',
  confidence: 'unverified',
  standing: 'watch-list',
  es: {
    who: 'Personal de los consultorios',
    requirement: 'No se encontró ninguna ley.',
    frequency: null,
    approval: null,
  },
}
const florida: PublishedProfile = {
  ...missouri,
  id: 'us-fl-456',
  state: 'FL',
  requirement: 'A one-hour course',
  approval: 'The board approves it',
  confidence: 'official',
  standing: 'in-force',
}

let world: World
let practiceId: PracticeId
let manager: Actor
let here: ReturnType<typeof managing>

const publish = (profiles: readonly PublishedProfile[]) =>
  inTransaction(world.owner, (tx) => replaceRegister(tx, 'profiles', profiles, noon))

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.end())
beforeEach(async () => {
  await publish([florida, missouri])
  practiceId = await addPractice(world, 'Gateway Family Practice')
  const post = { practiceId, role: 'lead', can: ['train', 'manage'] } as const
  manager = await addMember(world, { ...post, name: `Manager ${practiceId}` })
  here = managing(world, manager, practiceId)
})

async function viewed(requirementId: string, language: 'en' | 'es' = 'en') {
  const view = await as(world, manager, (context) =>
    viewRequirement({ ...context, language }, { practiceId, requirementId }),
  )
  if (!view.ok) throw new Error(view.refusal)
  return view.value.versions[0]?.profile
}

test('the page of requirements tells what the practice’s own state asks, and another page what all do, its own first', async () => {
  const view = await as(world, manager, (context) => viewRequirements(context, { practiceId }))
  expect(view.ok && view.value.profiles.map(({ id }) => id)).toEqual(['us-mo-baseline'])
  const all = await as(world, manager, (context) => viewProfiles(context, { practiceId }))
  expect(all.ok && all.value.states.map(({ state }) => state)).toEqual(['MO', 'FL'])
})

test('a profile behind a policy is kept as it stood, in both languages, whatever is learned later', async () => {
  const requirementId = await here.require({ profileId: 'us-mo-baseline' })
  await publish([florida, { ...missouri, requirement: 'A law was found.', confidence: 'official' }])
  expect(await viewed(requirementId)).toMatchObject({ requirement: 'No law was found.' })
  expect(await viewed(requirementId, 'es')).toMatchObject({ requirement: 'No se encontró ninguna ley.' })
  const [policy] = await here.inPractice((tx) => tx.requirementPolicy.findMany({ where: { requirementId } }))
  expect(policy?.profile).toMatchObject({ hash: expect.stringMatching(/^[0-9a-f]{64}$/) })
})

test('an unverified one asks the board; one that asks for approval is met by approved providers only', async () => {
  const asksBoard = await here.require({ profileId: 'us-mo-baseline' })
  const asksApproval = await here.require({ profileId: 'us-fl-456', providers: ['Board-approved Academy'] })
  const requirements = await here.inPractice((tx) => listRequirements(tx, [practiceId]))
  const authorities = requirements.map(({ id, policies }) => [id, policies[0]?.authority])
  expect(Object.fromEntries(authorities)).toEqual({
    [asksBoard]: { kind: 'requirement-profile', verified: false, approvedProviders: null },
    [asksApproval]: {
      kind: 'requirement-profile',
      verified: true,
      approvedProviders: ['Board-approved Academy'],
    },
  })
})

test('a trainee and a stranger’s manager see no profiles', async () => {
  const elsewhere = await addPractice(world, 'Ozark Dental Care')
  const trainee = await addMember(world, { name: `Trainee ${practiceId}`, practiceId })
  const post = { practiceId: elsewhere, can: ['train', 'manage'] } as const
  const foreign = await addMember(world, { ...post, name: `Foreign ${practiceId}` })
  for (const actor of [trainee, foreign]) {
    const refused = { ok: false, refusal: 'not-found' }
    expect(await as(world, actor, (context) => viewProfiles(context, { practiceId }))).toEqual(refused)
  }
})
