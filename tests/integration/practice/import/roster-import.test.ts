import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Actor } from '#lib/domain/access/actor'
import { localDateFrom } from '#lib/domain/calendar'
import { plainRosterQuery } from '#lib/domain/compliance/roster-page'
import type { PracticeId, StaffMemberId } from '#lib/domain/ids'
import { endEmployment } from '#lib/use-cases/practice/end-employment'
import { viewPracticeCompliance } from '#lib/use-cases/practice/view-practice-compliance'
import { importing } from '#tests/support/importing'
import { managing } from '#tests/support/managing'
import { addMember, addPractice, as, everything, openWorld, today, type World } from '#tests/support/world'

let world: World
let practiceId: PracticeId
let administrator: Actor
let here: ReturnType<typeof managing>
let files: ReturnType<typeof importing>

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.end())
beforeEach(async () => {
  practiceId = await addPractice(world, 'Gateway Family Practice')
  administrator = await addMember(world, { name: `Ada ${practiceId}`, practiceId, can: everything })
  here = managing(world, administrator, practiceId)
  files = importing(world, administrator, practiceId)
})

const address = (name: string) => `${name}.${practiceId}@practice.example`
const csv = (...rows: string[]) =>
  ['Name,E-mail,Role,Location,Employment,First day,Last day,Employee number', ...rows].join('\r\n')
const nora = () => `Nora Ng,${address('nora')},RN,North,Full-time,2026-02-02,,17`

/** The posts as the practice's lists show them. */
const roster = async () => {
  const seen = await as(
    world,
    administrator,
    (context) =>
      viewPracticeCompliance(context, {
        practiceId,
        part: 'current',
        query: plainRosterQuery,
        pageSize: 50,
      } as never),
    files.next(),
  )
  if (!seen.ok) throw new Error(seen.refusal)
  return seen.value.rows.map(({ person }) => person.name).filter((name) => !name.startsWith('Ada'))
}
const posts = () =>
  here.inPractice((tx) =>
    tx.staffMember.findMany({
      where: { practiceId, name: { not: { startsWith: 'Ada' } } },
      orderBy: { name: 'asc' },
    }),
  )

test('a file makes posts with their facts, and no invitation unless it is asked for', async () => {
  await here.require()
  await files.run(csv(nora(), `Omar Haddad,${address('omar')},front desk,,contractor,2026-03-01,,`))
  const [first, second] = await posts()
  expect(first).toMatchObject({ name: 'Nora Ng', role: 'nurse', location: 'North', employeeNumber: '17' })
  expect(second).toMatchObject({ role: 'front-desk', location: null, employmentKind: 'contractor' })
  expect(await here.facts(first?.id as StaffMemberId)).toEqual([
    { kind: 'assigned', on: today, details: {} },
    { kind: 'employed', on: '2026-02-02', details: {} },
    { kind: 'employment-kind-set', on: '2026-02-02', details: { employmentKind: 'employee' } },
    { kind: 'location-set', on: '2026-02-02', details: { location: 'North' } },
    { kind: 'role-started', on: '2026-02-02', details: { role: 'nurse' } },
  ])
  expect(await here.mailTo(address('nora'))).toEqual([])
})

test('the same file twice changes nothing', async () => {
  await files.run(csv(nora()))
  const again = await files.upload(csv(nora()))
  await files.match(again)
  const { preview } = await files.view(again)
  expect(preview?.counts).toEqual({ unchanged: 1, missing: 1 })
  expect(await files.confirm(again)).toEqual({ ok: false, refusal: 'nothing-to-import' })
  expect(await posts()).toHaveLength(1)
})

test('nothing is written before it is confirmed', async () => {
  const importId = await files.upload(csv(nora()))
  await files.match(importId)
  expect(await posts()).toEqual([])
  expect(await here.auditKinds()).toEqual([])
})

test('invitations go out once, to those with an address, when they are asked for', async () => {
  await files.run(csv(nora(), 'Ines Ibarra,,nurse,,,2026-02-02,,18'), { sendInvitations: true })
  expect(await here.mailTo(address('nora'))).toHaveLength(1)
  expect((await here.auditKinds()).filter((kind) => kind === 'invitation-sent')).toHaveLength(1)
})

test('nobody changes their own post by a file, whoever sent it', async () => {
  const own = await here.inPractice((tx) =>
    tx.staffMember.findFirstOrThrow({ where: { practiceId, personId: administrator.personId } }),
  )
  const startedOn = own.startedOn.toISOString().slice(0, 10)
  const importId = await files.run(csv(`${own.name},,Billing,,,${startedOn},,`, nora()))
  expect((await files.view(importId)).report?.results).toEqual({ applied: 1, 'changed-since': 1 })
  const after = await here.inPractice((tx) => tx.staffMember.findFirstOrThrow({ where: { id: own.id } }))
  expect(after.role).toBe(own.role)
})

test('who takes a file back does it by their own rights: what more than training may do is not theirs to restore', async () => {
  const plain = await addMember(world, { name: `Mia ${practiceId}`, practiceId, can: ['train', 'manage'] })
  const other = await addMember(world, { name: `Otto ${practiceId}`, practiceId, can: ['train', 'manage'] })
  const ottos = { practiceId, personId: other.personId }
  const post = await here.inPractice((tx) => tx.staffMember.findFirstOrThrow({ where: ottos }))
  const startedOn = post.startedOn.toISOString().slice(0, 10)
  const importId = await files.run(csv(`${post.name},,Billing,,,${startedOn},,`))
  const renamed = await here.inPractice((tx) => tx.staffMember.findFirstOrThrow({ where: ottos }))
  expect(renamed.role).toBe('billing')
  await importing(world, plain, practiceId).undo(importId)
  expect((await files.view(importId)).report?.results).toEqual({ kept: 1 })
  const kept = await here.inPractice((tx) => tx.staffMember.findFirstOrThrow({ where: ottos }))
  expect(kept.role).toBe('billing')
})

test('a file is confirmed only with a day from which changes hold, today or within a year, and once it is checked', async () => {
  const importId = await files.upload(csv('Vera Vega,vera@x.example,Nurse,2026-03-01'))
  const refused = (refusal: string) => ({ ok: false, refusal })
  expect(await files.confirm(importId, { changesFrom: null })).toEqual(refused('import-moved-on'))
  await files.match(importId)
  for (const changesFrom of [null, localDateFrom('2024-01-01'), localDateFrom('2030-01-01')]) {
    expect(await files.confirm(importId, { changesFrom })).toEqual(refused('changes-day-out-of-range'))
  }
})

test('a changed row becomes facts from the day given', async () => {
  await files.run(csv(nora()))
  const row = `Nora Ng-Ortiz,${address('nora')},MD,South,Contractor,2026-02-02,,17`
  await files.run(csv(row), { changesFrom: localDateFrom('2026-03-05') })
  const [post] = await posts()
  expect(post).toMatchObject({ name: 'Nora Ng-Ortiz', role: 'clinician', location: 'South' })
  const facts = await here.facts(post?.id as StaffMemberId)
  expect(facts.slice(4)).toEqual([
    { kind: 'employment-kind-set', on: '2026-03-05', details: { employmentKind: 'contractor' } },
    { kind: 'location-set', on: '2026-03-05', details: { location: 'South' } },
    { kind: 'role-ended', on: '2026-03-04', details: { role: 'nurse' } },
    { kind: 'role-started', on: '2026-03-05', details: { role: 'clinician' } },
  ])
})

test('who left comes back under the same post with a later first day', async () => {
  await files.run(csv(nora()))
  const [before] = await posts()
  const lastDay = localDateFrom('2026-03-01')
  await as(
    world,
    administrator,
    (context) => endEmployment(context, { practiceId, staffMemberId: before?.id ?? '', lastDay }),
    files.next(),
  )
  const still = await files.upload(csv(nora()))
  await files.match(still)
  expect((await files.view(still)).preview?.problems).toMatchObject([
    { cause: 'ended-in-beacon', numbers: [2] },
  ])
  await files.run(csv(`Nora Ng,${address('nora')},RN,North,,2026-03-09,,17`))
  const [after] = await posts()
  expect(after).toMatchObject({ id: before?.id, endedOn: null, startedOn: new Date('2026-03-09') })
})

test('people who are not in the file are listed, and end only when they are ticked', async () => {
  await files.run(csv(nora(), `Omar Haddad,${address('omar')},nurse,,,2026-03-01,,`))
  const importId = await files.upload(csv(nora()))
  await files.match(importId)
  const { preview } = await files.view(importId)
  expect(preview?.missing.map(({ name, refusal }) => [name, refusal])).toEqual([
    [`Ada ${practiceId}`, 'administrator-by-hand'],
    ['Omar Haddad', null],
  ])
  const omar = preview?.missing[1]?.staffMemberId ?? ''
  expect(await files.confirm(importId, { ended: [omar], lastDay: null })).toMatchObject({
    refusal: 'last-day-missing',
  })
  await files.confirm(importId, { ended: [omar], lastDay: today })
  await files.work(importId)
  expect((await here.facts(omar as StaffMemberId)).at(-1)).toMatchObject({
    kind: 'employment-ended',
    on: today,
  })
})

test('an undone import leaves the evidence and hides whom it made, and a later import takes them up again', async () => {
  const importId = await files.run(csv(nora()))
  const [made] = await posts()
  const before = await here.facts(made?.id as StaffMemberId)
  await files.undo(importId)
  expect(await roster()).toEqual([])
  const facts = await here.facts(made?.id as StaffMemberId)
  expect(facts.filter(({ kind }) => kind !== 'corrected')).toEqual(before)
  expect(facts.filter(({ kind }) => kind === 'corrected')).toHaveLength(4)
  await files.run(csv(nora()))
  const [again] = await posts()
  expect(again).toMatchObject({ id: made?.id, hiddenAt: null, startedOn: new Date('2026-02-02') })
  expect(await roster()).toEqual(['Nora Ng'])
})

test('whom an undone import made can be added by hand like anybody new', async () => {
  await files.undo(await files.run(csv(nora())))
  const own = { emailAddress: address('nora'), startedOn: localDateFrom('2026-01-15') }
  const staffMemberId = await here.added('Nora Ng', own, files.next())
  expect(await roster()).toEqual(['Nora Ng'])
  expect((await here.facts(staffMemberId)).filter(({ kind }) => kind === 'employed')).toHaveLength(2)
})

test('an undone correction puts the post back as it was', async () => {
  await files.run(csv(nora()))
  const importId = await files.run(csv(`Nora Ng-Ortiz,${address('nora')},MD,South,,2026-02-03,2026-12-31,17`))
  await files.undo(importId)
  const [post] = await posts()
  expect(post).toMatchObject({ name: 'Nora Ng', role: 'nurse', location: 'North', endedOn: null })
  expect(post?.startedOn).toEqual(new Date('2026-02-02'))
})

test('who was changed since stays as they are, and the report says so', async () => {
  const importId = await files.run(csv(nora(), `Omar Haddad,${address('omar')},nurse,,,2026-03-01,,`))
  const [norasPost] = await posts()
  const staffMemberId = norasPost?.id ?? ''
  await as(
    world,
    administrator,
    (context) => endEmployment(context, { practiceId, staffMemberId, lastDay: today }),
    files.next(),
  )
  await files.undo(importId)
  const { report } = await files.view(importId)
  expect(report?.results).toEqual({ kept: 1, undone: 1 })
  expect(report?.kept.map(({ number }) => number)).toEqual([2])
  expect(await roster()).toEqual(['Nora Ng'])
})

test('a row whose person was added by hand since the preview is left, and counted', async () => {
  const importId = await files.upload(csv(nora()))
  await files.match(importId)
  await here.added('Nora Ng', { emailAddress: address('nora') }, files.next())
  await files.confirm(importId)
  await files.work(importId)
  expect((await files.view(importId)).report?.results).toEqual({ 'changed-since': 1 })
})

test('another practice sees nothing of an import, and shares the person of an address', async () => {
  const importId = await files.run(csv(nora()))
  const other = await addPractice(world, 'Birch')
  const manager = await addMember(world, { name: `Max ${other}`, practiceId: other, can: everything })
  const there = importing(world, manager, other)
  await expect(there.view(importId)).rejects.toThrow()
  await there.run(csv(nora()))
  const people = await inBoth()
  expect(new Set(people).size).toBe(1)

  async function inBoth() {
    const mine = (await posts()).map(({ personId }) => personId)
    const theirs = await managing(world, manager, other).inPractice((tx) =>
      tx.staffMember.findMany({ where: { practiceId: other, name: 'Nora Ng' } }),
    )
    return [...mine, ...theirs.map(({ personId }) => personId)]
  }
})
