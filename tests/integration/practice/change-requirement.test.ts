import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Actor } from '#lib/domain/access/actor'
import { addDays, addMinutes, type Instant, instantFrom, localDateFrom } from '#lib/domain/calendar'
import type { RequirementDraft } from '#lib/domain/compliance/requirement-draft'
import { plainRosterQuery } from '#lib/domain/compliance/roster-page'
import type { PracticeId } from '#lib/domain/ids'
import { changeRequirement } from '#lib/use-cases/practice/change-requirement'
import { previewChange } from '#lib/use-cases/practice/preview-change'
import { restoreRequirement } from '#lib/use-cases/practice/restore-requirement'
import { retireRequirement } from '#lib/use-cases/practice/retire-requirement'
import { viewPracticeCompliance } from '#lib/use-cases/practice/view-practice-compliance'
import { viewRequirement } from '#lib/use-cases/practice/view-requirement'
import { viewRequirements } from '#lib/use-cases/practice/view-requirements'
import { managing, yearly } from '#tests/support/managing'
import { sittingsIn } from '#tests/support/sittings'
import { addMember, addPractice, as, noon, openWorld, today, type World } from '#tests/support/world'

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
  const post = { practiceId, role: 'lead', can: ['train', 'manage'] } as const
  manager = await addMember(world, { ...post, name: `Manager ${practiceId}` })
  here = managing(world, manager, practiceId)
})

/** Later than what was set up: of two versions that begin on one day, the later recorded one holds. */
const afterwards = addMinutes(noon, 10)

type Change = Partial<Parameters<typeof changeRequirement>[1]>

const change = (
  requirementId: string,
  draft: Partial<RequirementDraft>,
  own: Change = {},
  actor = manager,
  at = afterwards,
) =>
  as(
    world,
    actor,
    (context) =>
      changeRequirement(context, {
        practiceId,
        requirementId,
        after: 1,
        appliesTo: 'later-completions',
        reason: 'The practice decided so.',
        ...own,
        draft: { ...yearly, ...draft },
      }),
    at,
  )

async function changed(
  requirementId: string,
  draft: Partial<RequirementDraft>,
  appliesTo: 'all' | 'later-completions',
) {
  const input = { practiceId, requirementId, appliesTo, draft: { ...yearly, ...draft } }
  const view = await as(world, manager, (context) => previewChange(context, input), afterwards)
  if (!view.ok) throw new Error(view.refusal)
  return view.value
}

async function viewed(requirementId: string) {
  const view = await as(world, manager, (context) => viewRequirement(context, { practiceId, requirementId }))
  if (!view.ok) throw new Error(view.refusal)
  return view.value
}

async function statusOf(name: string, at: Instant = noon) {
  const input = { practiceId, part: 'current' as const, query: plainRosterQuery }
  const view = await as(world, manager, (context) => viewPracticeCompliance(context, input), at)
  if (!view.ok) throw new Error(view.refusal)
  const row = view.value.rows.find(({ person }) => person.name === name)
  return [row?.answer?.status, row?.answer?.dueOn, row?.answer?.validThrough]
}

/** Cora, who completed the track today. */
async function current(): Promise<string> {
  const sittings = sittingsIn(world, practiceId)
  const name = `Cora Current ${practiceId}`
  const { actor, assignmentId } = await sittings.learner(name)
  for (const moduleId of ['m1', 'm2'])
    await sittings.submit(actor, await sittings.start(actor, assignmentId, moduleId), 'a')
  return name
}

const tomorrow = addDays(today, 1)
const halfYearly = { effectiveOn: tomorrow, rhythm: { cadence: 'rolling', periodMonths: 6 } } as const

test('shortening changes nobody’s earned date unless the manager chooses so, and the list names exactly whom', async () => {
  const requirementId = await here.require()
  const cora = await current()
  await here.added('Nadia Haddad')
  const later = await changed(requirementId, halfYearly, 'later-completions')
  expect(later.counts).toEqual({ 'later-completions': 0, all: 1 })
  expect(later.changed).toEqual([])
  const all = await changed(requirementId, halfYearly, 'all')
  expect(
    all.changed.map(({ name, before, after }) => [name, before.validThrough, after.validThrough]),
  ).toEqual([[cora, '2027-03-10', '2026-09-10']])
  const nextDay = addMinutes(noon, 24 * 60)
  await change(requirementId, halfYearly)
  expect(await statusOf(cora, nextDay)).toEqual(['compliant', '2027-03-10', '2027-03-10'])
  await change(
    requirementId,
    { ...halfYearly, graceDays: 13 },
    { after: 2, appliesTo: 'all' },
    manager,
    nextDay,
  )
  expect(await statusOf(cora, nextDay)).toEqual(['compliant', '2026-09-10', '2026-09-10'])
})

test('a change of the time for the first one is told for everybody whose due date it moves', async () => {
  const requirementId = await here.require()
  await here.added('Nadia Haddad')
  const view = await changed(requirementId, { firstDueDays: 60 }, 'all')
  expect(view.changed.map(({ name, before, after }) => [name, before.dueOn, after.dueOn])).toContainEqual([
    'Nadia Haddad',
    '2026-04-09',
    '2026-05-09',
  ])
})

test('a change that shows months later only is told with its day', async () => {
  const requirementId = await here.require()
  const cora = await current()
  const view = await changed(requirementId, { graceDays: 0 }, 'later-completions')
  expect(
    view.changed
      .filter(({ name }) => name === cora)
      .map(({ on, before, after }) => [on, before.status, after.status]),
  ).toEqual([['2027-03-11', 'in-grace', 'lapsed']])
})

test('versions stay readable, with who wrote them, when and why, and nothing is updated in place', async () => {
  const requirementId = await here.require()
  const inMay = { graceDays: 0, effectiveOn: localDateFrom('2026-05-01') }
  expect(await change(requirementId, inMay)).toEqual({ ok: true, value: { version: 2 } })
  const { versions } = await viewed(requirementId)
  expect(versions).toMatchObject([
    { version: 2, effectiveOn: '2026-05-01', reason: 'The practice decided so.', state: 'ahead' },
    { version: 1, effectiveOn: today, reason: null, state: 'in-force', by: `Manager ${practiceId}` },
  ])
  const grace = versions.map(({ terms }) => terms.find(({ name }) => name === 'grace')?.number)
  expect(grace).toEqual([0, 14])
  await expect(
    here.inPractice((tx) => tx.requirementPolicy.updateMany({ data: { reason: 'Rewritten.' } })),
  ).rejects.toThrow()
  expect((await here.auditKinds()).filter((kind) => kind === 'policy-changed')).toHaveLength(1)
})

test('of two managers who change the same version the second is told; sent twice, a change is one version', async () => {
  const requirementId = await here.require()
  const first = { graceDays: 3 }
  const answers = await Promise.all([
    change(requirementId, first),
    change(requirementId, first),
    change(requirementId, { graceDays: 21 }),
  ])
  const said = answers.map((answer) => (answer.ok ? answer.value.version : answer.refusal))
  expect(said).toContain(2)
  expect(said).toContain('requirement-changed-meanwhile')
  expect((await viewed(requirementId)).versions).toHaveLength(2)
  expect(await change(requirementId, { graceDays: 9 }, { after: 2 })).toEqual({
    ok: true,
    value: { version: 3 },
  })
})

test('a version may begin earlier than today, and never changes the trainings', async () => {
  const requirementId = await here.require()
  await here.added('Nadia Haddad')
  const earlier = { effectiveOn: localDateFrom('2026-03-01'), trackId: 'no-such-track' }
  expect((await change(requirementId, { ...earlier, firstDueDays: 3 })).ok).toBe(true)
  expect(await here.inPractice((tx) => tx.requirement.findMany())).toMatchObject([{ trackId: 'basics' }])
  expect((await change(requirementId, { effectiveOn: localDateFrom('2036-03-01') }, { after: 2 })).ok).toBe(
    false,
  )
})

const retire = (requirementId: string, retiredOn: string, actor = manager) =>
  as(world, actor, (context) =>
    retireRequirement(context, {
      practiceId,
      requirementId,
      retiredOn: localDateFrom(retiredOn),
      reason: 'Another one takes its place.',
    }),
  )

const onApril = instantFrom('2026-04-15T17:00:00Z')

test('from the day on which it retires nobody owes it, whoever joins later included; taken back, everybody does', async () => {
  const requirementId = await here.require()
  await here.added('Nadia Haddad')
  expect(await retire(requirementId, '2026-03-09')).toEqual({ ok: false, refusal: 'retired-before-today' })
  expect(await retire(requirementId, '2026-04-01')).toEqual({ ok: true, value: null })
  expect(await retire(requirementId, '2026-04-01')).toEqual({ ok: true, value: null })
  expect(await retire(requirementId, '2026-05-01')).toMatchObject({ refusal: 'requirement-retired-already' })
  expect(await statusOf('Nadia Haddad')).toEqual(['not-started', '2026-04-09', null])
  await here.added('Late Joiner', { startedOn: localDateFrom('2026-04-10') }, onApril)
  expect(await statusOf('Nadia Haddad', onApril)).toEqual(['not-required', null, null])
  expect(await statusOf('Late Joiner', onApril)).toEqual(['not-required', null, null])
  const [line] = await listOn(onApril)
  expect(line).toMatchObject({ retiredOn: '2026-04-01', asked: 0 })
  const [retirement] = (await viewed(requirementId)).retirements
  const back = { practiceId, requirementId, retirementId: retirement?.id ?? '', reason: 'A mistake.' }
  expect((await as(world, manager, (context) => restoreRequirement(context, back), onApril)).ok).toBe(true)
  expect((await as(world, manager, (context) => restoreRequirement(context, back), onApril)).ok).toBe(true)
  expect(await statusOf('Nadia Haddad', onApril)).toEqual(['in-grace', '2026-04-09', null])
  expect((await viewed(requirementId)).retirements).toMatchObject([
    { reason: 'Another one takes its place.', undone: { reason: 'A mistake.' } },
  ])
  expect(await retire(requirementId, '2026-05-01')).toEqual({ ok: true, value: null })
  expect((await here.auditKinds()).filter((kind) => kind.startsWith('requirement-re'))).toEqual([
    'requirement-retired',
    'requirement-restored',
    'requirement-retired',
  ])
})

async function listOn(at: Instant) {
  const view = await as(world, manager, (context) => viewRequirements(context, { practiceId }), at)
  if (!view.ok) throw new Error(view.refusal)
  return view.value.requirements
}

test('a trainee, and the manager of another practice, find nothing and change nothing', async () => {
  const requirementId = await here.require()
  const elsewhere = await addPractice(world, 'Ozark Dental Care')
  const trainee = await addMember(world, { name: `Trainee ${practiceId}`, practiceId })
  const post = { practiceId: elsewhere, can: ['train', 'manage'] } as const
  const foreign = await addMember(world, { ...post, name: `Foreign ${practiceId}` })
  const refused = { ok: false, refusal: 'not-found' }
  const input = { practiceId, requirementId }
  for (const actor of [trainee, foreign]) {
    expect(await change(requirementId, {}, {}, actor)).toEqual(refused)
    expect(await retire(requirementId, '2026-04-01', actor)).toEqual(refused)
    expect(await as(world, actor, (context) => viewRequirement(context, input))).toEqual(refused)
    const asked = { ...input, draft: null, appliesTo: 'all' } as const
    expect(await as(world, actor, (context) => previewChange(context, asked))).toEqual(refused)
    const back = { ...input, retirementId: requirementId, reason: 'x' }
    expect(await as(world, actor, (context) => restoreRequirement(context, back))).toEqual(refused)
  }
  // Another practice's requirement, named at one's own, is as unknown as a random one.
  const own = { requirementId, practiceId: elsewhere }
  expect(await change(requirementId, {}, own, foreign)).toEqual(refused)
  expect((await viewed(requirementId)).versions).toHaveLength(1)
})
