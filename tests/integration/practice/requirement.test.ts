import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Actor } from '#lib/domain/access/actor'
import { localDateFrom, type MonthDay } from '#lib/domain/calendar'
import type { RequirementDraft } from '#lib/domain/compliance/requirement-draft'
import { plainRosterQuery } from '#lib/domain/compliance/roster-page'
import type { PracticeId } from '#lib/domain/ids'
import { createRequirement } from '#lib/use-cases/practice/create-requirement'
import { previewRequirement } from '#lib/use-cases/practice/preview-requirement'
import { viewPracticeCompliance } from '#lib/use-cases/practice/view-practice-compliance'
import { viewRequirements } from '#lib/use-cases/practice/view-requirements'
import { managing, yearly } from '#tests/support/managing'
import { postAt } from '#tests/support/reading'
import { sittingsIn } from '#tests/support/sittings'
import { addMember, addPractice, as, openWorld, type World } from '#tests/support/world'

let world: World
let practiceId: PracticeId
let manager: Actor
let here: ReturnType<typeof managing>

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.end())
beforeEach(async () => {
  practiceId = await addPractice(world, 'Gateway Family Practice')
  manager = await addMember(world, {
    name: `Manager ${practiceId}`,
    practiceId,
    role: 'lead',
    can: ['train', 'manage'],
  })
  here = managing(world, manager, practiceId)
})

async function preview(draft: Partial<RequirementDraft> = {}) {
  const result = await as(world, manager, (context) =>
    previewRequirement(context, { practiceId, draft: { ...yearly, ...draft } }),
  )
  if (!result.ok) throw new Error(result.refusal)
  return result.value
}

async function statuses() {
  const input = { practiceId, part: 'current' as const, query: plainRosterQuery }
  const view = await as(world, manager, (context) => viewPracticeCompliance(context, input))
  if (!view.ok) throw new Error(view.refusal)
  return view.value.rows.map(({ person, answer }) => [person.name, answer?.status, answer?.dueOn])
}

const create = (requirementId: string, draft: Partial<RequirementDraft> = {}, actor = manager) =>
  as(world, actor, (context) =>
    createRequirement(context, { practiceId, requirementId, draft: { ...yearly, ...draft } }),
  )

test('the preview shows the dates that everybody has after saving, and writes nothing', async () => {
  await here.added('Nadia Haddad', { startedOn: localDateFrom('2020-01-01') })
  await here.added('Amy Later', { startedOn: localDateFrom('2026-04-01') })
  const before = await preview({ roles: ['nurse'] })
  expect(before.asked.map(({ name, answer }) => [name, answer.status, answer.dueOn])).toEqual([
    ['Amy Later', 'not-started', '2026-05-01'],
    ['Nadia Haddad', 'not-started', '2026-04-09'],
  ])
  expect(before.notAsked.map(({ name }) => name)).toEqual([`Manager ${practiceId}`])
  expect(await here.inPractice((tx) => tx.requirement.count())).toBe(0)
  await create(before.requirementId, { roles: ['nurse'] })
  expect(await statuses()).toContainEqual(['Nadia Haddad', 'not-started', '2026-04-09'])
})

test('what somebody completed before counts in the preview', async () => {
  await here.require()
  const { start, submit } = sittingsIn(world, practiceId)
  const learner = await sittingsIn(world, practiceId).learner(`Cora Current ${practiceId}`)
  for (const moduleId of ['m1', 'm2']) {
    await submit(learner.actor, await start(learner.actor, learner.assignmentId, moduleId), 'a')
  }
  const { asked } = await preview({ rhythm: { cadence: 'once' }, windowMonths: 0 })
  const cora = asked.find(({ name }) => name.startsWith('Cora'))
  expect(cora?.answer).toMatchObject({ status: 'compliant', validThrough: null })
})

test('saving assigns the track to everybody it asks, once, whoever has it already', async () => {
  const id = await here.added('Nadia Haddad')
  await here.require({ roles: ['nurse'] })
  await here.require({ roles: ['nurse', 'lead'] })
  const assigned = (await here.facts(id)).filter(({ kind }) => kind === 'assigned')
  expect(assigned).toHaveLength(1)
  const assignments = await here.inPractice((tx) => tx.assignment.count())
  expect(assignments).toBe(2)
  const names = await here.inPractice((tx) => tx.requirement.findMany({ orderBy: { createdAt: 'asc' } }))
  expect(names.map(({ name }) => name).toSorted()).toEqual(['Basics', 'Basics (2)'])
})

test('confirming the same preview twice makes one requirement', async () => {
  const requirementId = randomUUID()
  expect(await create(requirementId)).toEqual({ ok: true, value: { requirementId } })
  expect(await create(requirementId)).toEqual({ ok: true, value: { requirementId } })
  expect(await here.inPractice((tx) => tx.requirementPolicy.count())).toBe(1)
  expect((await here.auditKinds()).filter((kind) => kind === 'requirement-created')).toHaveLength(1)
})

test('a track that is not published cannot be asked for', async () => {
  expect(await create(randomUUID(), { trackId: 'no-such-track' })).toEqual({
    ok: false,
    refusal: 'track-unknown',
  })
  expect((await preview({ trackId: 'no-such-track' })).track).toBeNull()
})

test('the list tells what is asked, and how many are current', async () => {
  await here.added('Nadia Haddad')
  await here.require({ graceDays: 0 })
  const view = await as(world, manager, (context) => viewRequirements(context, { practiceId }))
  expect(view.ok && view.value.requirements).toMatchObject([{ name: 'Basics', asked: 2, current: 0 }])
  expect(view.ok && view.value.requirements[0]?.terms?.map(({ name, number }) => [name, number])).toEqual([
    ['everyone', 0],
    ['rolling', 12],
    ['window', 2],
    ['earlyCounts', 0],
    ['firstDue', 30],
    ['grace', 0],
    ['return', 30],
    ['attempts', 3],
    ['externalAccepted', 0],
  ])
})

test('a trainee, and the manager of another practice, find nothing', async () => {
  const refused = { ok: false, refusal: 'not-found' }
  const elsewhere = await addPractice(world, 'Ozark Dental Care')
  const trainee = await addMember(world, { name: `Trainee ${practiceId}`, practiceId })
  const foreign = await addMember(world, {
    name: `Foreign ${practiceId}`,
    practiceId: elsewhere,
    can: ['train', 'manage'],
  })
  for (const actor of [trainee, foreign]) {
    expect(await create(randomUUID(), {}, actor)).toEqual(refused)
    expect(await as(world, actor, (context) => viewRequirements(context, { practiceId }))).toEqual(refused)
    expect(
      await as(world, actor, (context) => previewRequirement(context, { practiceId, draft: yearly })),
    ).toEqual(refused)
  }
})

test('the same answers previewed in two windows make one requirement, however often they are saved at once', async () => {
  const one = await preview({ roles: ['nurse', 'lead'] })
  const other = await preview({ roles: ['lead', 'nurse'] })
  const saved = await Promise.all(
    [one, other, other].map(({ requirementId }) => create(requirementId, { roles: ['nurse', 'lead'] })),
  )
  expect(saved.every(({ ok }) => ok)).toBe(true)
  expect(await here.inPractice((tx) => tx.requirement.count())).toBe(1)
  expect((await preview({ graceDays: 3 })).requirementId).not.toBe(one.requirementId)
})

test('the preview names what asks the same people for the same training already', async () => {
  await here.added('Nadia Haddad')
  await here.require({ roles: ['nurse'] })
  const names = async (draft: Partial<RequirementDraft>) =>
    (await preview(draft)).alike.map(({ name }) => name)
  expect(await names({ roles: ['nurse', 'lead'] })).toEqual(['Basics'])
  expect(await names({ roles: [] })).toEqual(['Basics'])
  expect(await names({ roles: ['lead'] })).toEqual([])
  expect(await names({ trackId: 'another-track', roles: ['nurse'] })).toEqual([])
})

test('places, employment and names ask whoever is on every list, and the preview says what is not known', async () => {
  await here.added('Nadia Haddad', { location: 'North' })
  const contractor = await here.added('Colm Contractor', { location: 'South', employmentKind: 'contractor' })
  await here.added('Paula Placeless', { location: null })
  const asked = async (draft: Partial<RequirementDraft>) =>
    (await preview(draft)).asked.map(({ name }) => name)
  expect(await asked({ locations: ['North'] })).toEqual(['Nadia Haddad'])
  expect(await asked({ locations: ['North', 'South'], employmentKinds: ['contractor'] })).toEqual([
    'Colm Contractor',
  ])
  expect(await asked({ people: [contractor] })).toEqual(['Colm Contractor'])
  expect(await asked({ people: [contractor], locations: ['North'] })).toEqual([])
  const view = await preview({ locations: ['North'] })
  expect(view.choices.locations).toEqual(['North', 'South'])
  expect(view.notAsked).toContainEqual(expect.objectContaining({ name: 'Colm Contractor', missing: [] }))
})

test('a requirement that names people asks them and nobody else once it is saved', async () => {
  const named = await here.added('Nadia Haddad')
  await here.added('Other Nurse')
  await here.require({ people: [named] })
  const asked = (await statuses()).filter(([, status]) => status !== 'not-required')
  expect(asked.map(([name]) => name)).toEqual(['Nadia Haddad'])
})

test('a fixed date shows its cliff, and a licence of which no date is known is told', async () => {
  await here.added('Nadia Haddad')
  const fixed = await preview({
    rhythm: {
      cadence: 'fixed-date',
      periodMonths: 12,
      minimumValidityMonths: 6,
      fixedDate: '12-31' as MonthDay,
    },
  })
  expect(fixed.asked.find(({ name }) => name === 'Nadia Haddad')?.cliff).toEqual({
    lastOn: '2026-06-30',
    through: '2026-12-31',
    nextThrough: '2027-12-31',
  })
  const licence = await preview({
    rhythm: { cadence: 'licence-renewal', periodMonths: 24, minimumValidityMonths: 0 },
  })
  expect(licence.counts).toMatchObject({ asked: 2, withoutLicenceDate: 2 })
  // Until a date is known every day earns a period from itself: there is no jump to tell of.
  expect(licence.asked.map(({ cliff }) => cliff)).toEqual([null, null])
})

test('a requirement begins today or later, and until then it asks nobody', async () => {
  expect(await create(randomUUID(), { effectiveOn: localDateFrom('2026-03-09') })).toEqual({
    ok: false,
    refusal: 'effective-before-today',
  })
  await here.added('Nadia Haddad')
  const later = { effectiveOn: localDateFrom('2026-05-01'), firstDueOn: localDateFrom('2026-09-30') }
  const { asked } = await preview(later)
  expect(asked.map(({ on, answer }) => [on, answer.dueOn])).toEqual([
    ['2026-05-01', '2026-09-30'],
    ['2026-05-01', '2026-09-30'],
  ])
  await here.require(later)
  expect((await statuses()).map(([, status]) => status)).toEqual(['not-required', 'not-required'])
  expect(await here.inPractice((tx) => tx.assignment.count())).toBe(0)
})

test('what is not there cannot be named', async () => {
  const refused = async (draft: Partial<RequirementDraft>) => {
    const result = await create(randomUUID(), draft)
    return result.ok ? 'ok' : result.refusal
  }
  const elsewhere = await addPractice(world, 'Ozark Dental Care')
  const foreign = await addMember(world, { name: `Foreign ${practiceId}`, practiceId: elsewhere })
  expect(await refused({ people: [postAt(foreign).staffMemberId] })).toBe('person-unknown')
  expect(await refused({ renewalTrackId: 'no-such-track' })).toBe('renewal-unknown')
  expect(await refused({ profileId: 'no-such-profile' })).toBe('profile-unknown')
})
