import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Actor } from '#lib/domain/access/actor'
import { addMinutes, type Instant, localDateFrom } from '#lib/domain/calendar'
import type { PracticeId, StaffMemberId } from '#lib/domain/ids'
import type { Entry } from '#lib/domain/people/entries/entry'
import { endEmployment } from '#lib/use-cases/practice/end-employment'
import { previewEntry } from '#lib/use-cases/practice/preview-entry'
import { viewStaffMember } from '#lib/use-cases/practice/view-staff-member'
import { administered, managing } from '#tests/support/managing'
import { projectionFaults } from '#tests/support/projection'
import { postAt } from '#tests/support/reading'
import {
  addMember,
  addPractice,
  as,
  everything,
  noon,
  openWorld,
  today,
  type World,
} from '#tests/support/world'

let world: World
let practiceId: PracticeId
let manager: Actor
let here: ReturnType<typeof managing>
let requirementId: string
let nadia: StaffMemberId

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.end())
beforeEach(async () => {
  ;({ practiceId, administrator: manager, here } = await administered(world))
  requirementId = await here.require({ roles: ['nurse'] })
  nadia = await here.added('Nadia Haddad', { startedOn: localDateFrom('2026-02-20') })
})

const day = localDateFrom
const later = (days: number): Instant => addMinutes(noon, days * 24 * 60)

async function seen(staffMemberId: StaffMemberId, at = noon, actor = manager) {
  const view = await as(
    world,
    actor,
    (context) => viewStaffMember(context, { practiceId, staffMemberId }),
    at,
  )
  if (!view.ok) throw new Error(view.refusal)
  return view.value
}

async function statusOf(staffMemberId: StaffMemberId, at = noon) {
  const answer = (await seen(staffMemberId, at)).standing[0]?.answer
  return [answer?.status, answer?.dueOn]
}

const leave = { kind: 'leave', firstDay: day('2026-03-05'), lastDay: day('2026-04-30') } as const

test('somebody goes on leave and comes back earlier, and the dates follow', async () => {
  expect(await statusOf(nadia)).toEqual(['not-started', '2026-04-09'])
  expect((await here.record(nadia, leave, { reason: null })).ok).toBe(true)
  expect(await statusOf(nadia)).toEqual(['on-leave', '2026-04-09'])
  const [note] = (await seen(nadia)).notes
  expect(note?.afterwards).toMatchObject({ on: '2026-05-01', answer: { dueOn: '2026-05-30' } })
  const [started] = (await seen(nadia)).timeline.filter(({ kind }) => kind === 'leave-started')
  const back = { kind: 'leave-end', factId: started?.id ?? '', lastDay: day('2026-04-20') } as const
  expect((await here.record(nadia, back, { at: later(42) })).ok).toBe(true)
  expect(await statusOf(nadia, later(42))).toEqual(['not-started', '2026-05-20'])
  expect(await projectionFaults(world, later(42))).toEqual([])
})

test('a page that is sent twice is one entry, and the same leave again is refused', async () => {
  const key = randomUUID()
  expect(await here.record(nadia, leave, { key })).toEqual({ ok: true, value: null })
  expect(await here.record(nadia, leave, { key })).toEqual({ ok: true, value: null })
  expect((await here.facts(nadia)).filter(({ kind }) => kind === 'leave-started')).toHaveLength(1)
  expect((await here.auditKinds()).filter((kind) => kind === 'entry-recorded')).toHaveLength(1)
  expect(await here.record(nadia, leave)).toEqual({ ok: false, refusal: 'leave-overlaps' })
})

test.each<Entry>([
  leave,
  { kind: 'post', firstDay: day('2026-03-01'), role: 'billing', employmentKind: 'employee', location: null },
  {
    kind: 'post',
    firstDay: day('2026-03-20'),
    role: 'nurse',
    employmentKind: 'contractor',
    location: 'North',
  },
  { kind: 'employment-end', lastDay: day('2026-03-31') },
])('what the check page says of $kind is what saving does, and looking writes nothing', async (entry) => {
  const before = await here.facts(nadia)
  const preview = await as(world, manager, (context) =>
    previewEntry(context, { practiceId, staffMemberId: nadia, kind: entry.kind, factId: null, entry }),
  )
  if (!preview.ok || !preview.value.decision?.ok) throw new Error('it can be recorded')
  expect(await here.facts(nadia)).toEqual(before)
  const [effect] = preview.value.decision.value
  if (entry.kind === 'rehire' || entry.kind === 'employment-end') return
  await here.record(nadia, entry)
  const [now] = (await seen(nadia)).standing
  expect(now?.answer?.status).toBe(effect?.days[0]?.after.status)
  expect(now?.answer?.dueOn).toBe(effect?.days[0]?.after.dueOn)
})

test('an extension moves this turn’s due date, needs a reason, and names its author in the timeline', async () => {
  const extension = { kind: 'extension', requirementId, to: day('2026-06-01') } as const
  expect(await here.record(nadia, extension, { reason: null })).toEqual({
    ok: false,
    refusal: 'reason-missing',
  })
  await here.record(nadia, extension, { reason: 'The new module came late' })
  expect(await statusOf(nadia)).toEqual(['not-started', '2026-06-01'])
  const [entry] = (await seen(nadia)).timeline.filter(({ kind }) => kind === 'extended')
  expect(entry).toMatchObject({
    on: today,
    through: '2026-06-01',
    by: `Ada ${practiceId}`,
    reason: 'The new module came late',
  })
})

test('an exemption is counted apart, and ends by itself or earlier', async () => {
  const lastDay = day('2026-07-31')
  const exemption = { kind: 'exemption', requirementId, firstDay: today, lastDay, category: 'other' } as const
  await here.record(nadia, exemption)
  expect((await statusOf(nadia, later(120)))[0]).toBe('exempt')
  expect((await statusOf(nadia, later(144)))[0]).toBe('overdue')
  const [fact] = (await seen(nadia)).timeline.filter(({ kind }) => kind === 'exempted')
  const end = { kind: 'exemption-end', factId: fact?.id ?? '', lastDay: day('2026-05-31') } as const
  expect((await here.record(nadia, end, { at: later(30) })).ok).toBe(true)
  expect((await statusOf(nadia, later(83)))[0]).toBe('overdue')
})

test('a leave that was a mistake is struck with a reason, and the timeline shows both', async () => {
  await here.record(nadia, leave)
  const [wrong] = (await seen(nadia)).timeline.filter(({ kind }) => kind === 'leave-started')
  const strike = { kind: 'correction', factId: wrong?.id ?? '', to: null } as const
  expect(await here.record(nadia, strike, { reason: null })).toEqual({ ok: false, refusal: 'reason-missing' })
  await here.record(nadia, strike, { reason: 'It was her sister', at: later(1) })
  const view = await seen(nadia, later(1))
  expect(view.standing[0]?.answer?.status).toBe('not-started')
  const [struck] = view.timeline.filter(({ kind }) => kind === 'leave-started')
  expect(struck?.mending).toEqual({
    outcome: 'void',
    on: '2026-03-11',
    recordedOn: '2026-03-11',
    by: `Ada ${practiceId}`,
    reason: 'It was her sister',
    replanned: false,
  })
  const correction = view.timeline.find(({ kind }) => kind === 'corrected')
  expect(correction).toMatchObject({ corrects: 'leave-started', outcome: 'void' })
  expect(view.correctable).toContain(correction?.id)
})

test('nobody records about themselves while somebody else manages; alone, with a reason that the record shows', async () => {
  const own = postAt(manager).staffMemberId
  expect(await here.record(own, leave, { reason: null })).toEqual({ ok: false, refusal: 'reason-missing' })
  expect((await here.record(own, leave, { reason: 'I manage alone' })).ok).toBe(true)
  const [entry] = (await seen(own)).timeline.filter(({ kind }) => kind === 'leave-started')
  expect(entry).toMatchObject({ isOwn: true, by: null, reason: 'I manage alone' })
  const exemption = {
    kind: 'exemption',
    requirementId,
    firstDay: today,
    lastDay: today,
    category: 'other',
  } as const
  expect(await here.record(own, exemption)).toEqual({ ok: false, refusal: 'own-exemption' })
  const other = await addMember(world, { name: `Max ${practiceId}`, practiceId, can: ['train', 'manage'] })
  const again = { ...leave, firstDay: day('2026-06-01'), lastDay: day('2026-06-02') }
  expect(await here.record(own, again)).toEqual({ ok: false, refusal: 'own-record' })
  expect((await seen(own)).isBarred).toBe(true)
  expect((await here.record(own, again, { actor: other })).ok).toBe(true)
})

test('a planned end is withdrawn by an administrator, and the post is open again', async () => {
  const trainer = await here.added('Tara Trainer', { capabilities: ['author'] })
  const max = await addMember(world, { name: `Max ${practiceId}`, practiceId, can: ['train', 'manage'] })
  const end = { practiceId, staffMemberId: trainer, lastDay: day('2026-04-30') }
  expect((await as(world, manager, (context) => endEmployment(context, end))).ok).toBe(true)
  const withdrawal = { kind: 'end-withdrawal' } as const
  expect(await here.record(trainer, withdrawal, { actor: max })).toEqual({
    ok: false,
    refusal: 'needs-administrator',
  })
  expect((await here.record(trainer, withdrawal)).ok).toBe(true)
  expect((await seen(trainer)).member.endedOn).toBeNull()
})

test('another practice’s manager finds nobody, and nothing of them', async () => {
  const there = await addPractice(world, 'Ozark Dental Care')
  const stranger = await addMember(world, { name: `Ozzy ${there}`, practiceId: there, can: everything })
  const refused = { ok: false, refusal: 'not-found' }
  expect(await here.record(nadia, leave, { actor: stranger })).toEqual(refused)
  const elsewhere = managing(world, stranger, there)
  expect(await elsewhere.record(nadia, leave)).toEqual(refused)
  const look = { practiceId: there, staffMemberId: nadia, kind: 'leave', factId: null, entry: leave } as const
  expect(await as(world, stranger, (context) => previewEntry(context, look))).toEqual(refused)
})
