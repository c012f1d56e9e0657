import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { historyOf, listRequirements, listStatusEvents } from '#lib/data/compliance-history'
import type { Actor } from '#lib/domain/access/actor'
import { addMinutes, addMonths, localDateFrom } from '#lib/domain/calendar'
import { complianceStatus } from '#lib/domain/compliance/compliance-status'
import type { PracticeId } from '#lib/domain/ids'
import { endEmployment } from '#lib/use-cases/practice/end-employment'
import { viewStaffMember } from '#lib/use-cases/practice/view-staff-member'
import { administered, type managing } from '#tests/support/managing'
import { postAt } from '#tests/support/reading'
import { sittingsIn } from '#tests/support/sittings'
import { addMember, as, noon, openWorld, today, type World } from '#tests/support/world'

let world: World
let practiceId: PracticeId
let administrator: Actor
let here: ReturnType<typeof managing>

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.end())
beforeEach(async () => {
  ;({ practiceId, administrator, here } = await administered(world))
})

const later = addMinutes(noon, 60)
/** Moves the first day of the latest employment, as the entry of a correction. */
async function correct(staffMemberId: string, day: string, actor = administrator, at = later) {
  const hire = await here.inPractice((tx) =>
    tx.evidenceEvent.findFirst({
      where: { staffMemberId, kind: 'employed' },
      orderBy: { recordedAt: 'desc' },
    }),
  )
  const entry = { kind: 'correction', factId: hire?.id ?? '', to: localDateFrom(day) } as const
  return here.record(staffMemberId, entry, { actor, at })
}

async function dueOn(staffMemberId: string): Promise<string | null | undefined> {
  const view = await as(world, administrator, (context) =>
    viewStaffMember(context, { practiceId, staffMemberId }),
  )
  return view.ok ? view.value.standing[0]?.answer?.dueOn : undefined
}

test('a first day long ago or far ahead is refused, and one more than a year ago is pointed out', async () => {
  const startedOn = (day: string) => here.add('Milly Mistyped', { startedOn: localDateFrom(day) })
  expect(await startedOn('1900-01-01')).toEqual({ ok: false, refusal: 'start-too-long-ago' })
  expect(await startedOn('2205-01-01')).toEqual({ ok: false, refusal: 'start-too-far-ahead' })
  expect(await startedOn('2020-01-01')).toMatchObject({ ok: true, value: { isLongAgo: true } })
  const recent = await here.add('Rita Recent', { startedOn: addMonths(today, -12) })
  expect(recent).toMatchObject({ ok: true, value: { isLongAgo: false } })
})

test('a corrected first day moves what is due, and what was known before stays known', async () => {
  await here.require({ roles: ['nurse'] })
  const id = await here.added('Nadia Haddad', { startedOn: localDateFrom('2026-03-20') })
  expect(await correct(id, '2026-04-01')).toEqual({ ok: true, value: null })
  expect(await correct(id, '2026-04-01')).toEqual({ ok: false, refusal: 'moved-nowhere' })
  const corrections = (await here.facts(id)).filter(({ kind }) => kind === 'corrected')
  expect(new Set(corrections.map(({ on }) => on))).toEqual(new Set(['2026-04-01']))
  expect((await here.auditKinds()).filter((kind) => kind === 'entry-recorded')).toHaveLength(1)
  const history = await here.inPractice(async (tx) => {
    const [requirement] = await listRequirements(tx, [practiceId])
    const events = (await listStatusEvents(tx, [practiceId], id)).get(id)
    if (!requirement || !events) throw new Error('there is a history')
    return historyOf('America/Chicago', requirement, events)
  })
  const asOf = localDateFrom('2026-04-02')
  expect(complianceStatus(history, asOf, noon).dueOn).toBe('2026-04-19')
  expect(complianceStatus(history, asOf, later).dueOn).toBe('2026-05-01')
})

test('the timeline shows what was corrected, by whom, and to which day', async () => {
  const id = await here.added('Tina Timeline', { startedOn: localDateFrom('2026-03-20') })
  await correct(id, '2026-03-02')
  const view = await as(world, administrator, (context) =>
    viewStaffMember(context, { practiceId, staffMemberId: id }),
  )
  const lines = view.ok ? view.value.timeline : []
  expect(
    lines.map(({ kind, on, corrects, mending }) => [kind, on, corrects, mending !== null]).sort(),
  ).toEqual([
    ['corrected', '2026-03-02', 'employed', false],
    ['corrected', '2026-03-02', 'role-started', false],
    ['employed', '2026-03-20', null, true],
    ['role-started', '2026-03-20', null, true],
  ])
  expect(new Set(lines.map(({ by }) => by))).toEqual(new Set([`Ada ${practiceId}`]))
  expect(view.ok && view.value.member.startedOn).toBe('2026-03-02')
})

test('a correction can be corrected', async () => {
  await here.require({ roles: ['nurse'] }, addMinutes(noon, -24 * 60 * 60))
  const id = await here.added('Cora Corrected', { startedOn: localDateFrom('2026-03-01') })
  await correct(id, '2026-03-05')
  await correct(id, '2026-03-08', administrator, addMinutes(later, 1))
  expect(await dueOn(id)).toBe('2026-04-07')
})

test('a first day after a training that was completed is refused, since the training would no longer count', async () => {
  await here.require()
  const { learner, start, submit } = sittingsIn(world, practiceId)
  const { actor, assignmentId } = await learner(`Cora Complete ${practiceId}`)
  for (const moduleId of ['m1', 'm2']) await submit(actor, await start(actor, assignmentId, moduleId), 'a')
  const id = postAt(actor, practiceId).staffMemberId
  expect(await correct(id, '2026-03-11')).toEqual({ ok: false, refusal: 'start-after-training' })
  expect(await correct(id, '2026-03-10')).toEqual({ ok: true, value: null })
})

test('the day fits between the last day before and the last day after', async () => {
  const id = await here.added('Rhea Rehired', { startedOn: localDateFrom('2025-06-01') })
  const lastDay = localDateFrom('2026-01-31')
  await as(world, administrator, (context) =>
    endEmployment(context, { practiceId, staffMemberId: id, lastDay }),
  )
  const back = { startedOn: localDateFrom('2026-03-01') }
  expect((await here.rehire(id, back, addMinutes(noon, 1))).ok).toBe(true)
  expect(await correct(id, '2026-01-31')).toEqual({ ok: false, refusal: 'start-before-last-end' })
  expect(await correct(id, '2026-02-01')).toEqual({ ok: true, value: null })
  const end = { practiceId, staffMemberId: id, lastDay: localDateFrom('2026-03-12') }
  await as(world, administrator, (context) => endEmployment(context, end))
  expect(await correct(id, '2026-03-13')).toEqual({ ok: false, refusal: 'start-after-end' })
  expect((await correct(id, '2026-03-12')).ok).toBe(true)
})

test('a manager corrects trainees only, nobody themselves, and nobody the last administrator into the future', async () => {
  const own = postAt(administrator).staffMemberId
  expect(await correct(own, '2026-03-11')).toEqual({ ok: false, refusal: 'last-administrator' })
  expect(await correct(own, '2026-03-10')).toEqual({ ok: true, value: null })
  const manager = await addMember(world, { name: `Max ${practiceId}`, practiceId, can: ['train', 'manage'] })
  expect(await correct(own, '2026-02-01', manager)).toEqual({ ok: false, refusal: 'needs-administrator' })
  expect(await correct(own, '2026-02-01')).toEqual({ ok: false, refusal: 'own-record' })
  const trainee = await addMember(world, { name: `Theo ${practiceId}`, practiceId })
  expect(await correct(postAt(trainee).staffMemberId, '2026-02-01', manager)).toEqual({
    ok: true,
    value: null,
  })
  expect(await correct(own, '2026-02-01', trainee)).toEqual({ ok: false, refusal: 'not-found' })
})
