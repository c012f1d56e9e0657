import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { addMinutes, localDateFrom } from '#lib/domain/calendar'
import type { PracticeId } from '#lib/domain/ids'
import { findLink } from '#lib/mail/find-link'
import { choosePassword } from '#lib/use-cases/account/choose-password'
import { endEmployment } from '#lib/use-cases/practice/end-employment'
import { viewStaffMember } from '#lib/use-cases/practice/view-staff-member'
import { managing } from '#tests/support/managing'
import { addMember, addPractice, as, everything, noon, openWorld, type World } from '#tests/support/world'

let world: World
let gateway: PracticeId
let ozark: PracticeId
let here: ReturnType<typeof managing>
let there: ReturnType<typeof managing>

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.end())
beforeEach(async () => {
  gateway = await addPractice(world, 'Gateway Family Practice')
  ozark = await addPractice(world, 'Ozark Dental Care')
  const manager = await addMember(world, {
    name: `Manager ${gateway}`,
    practiceId: gateway,
    role: 'lead',
    can: everything,
  })
  const other = await addMember(world, { name: `Manager ${ozark}`, practiceId: ozark, can: everything })
  here = managing(world, manager, gateway)
  there = managing(world, other, ozark)
})

test('a new staff member has the facts, the tracks of the role, an invitation and an audit entry', async () => {
  await here.require({ roles: ['nurse'] })
  const id = await here.added('Nadia Haddad', { role: 'nurse' })
  expect(await here.facts(id)).toEqual([
    { kind: 'assigned', on: '2026-03-10', details: {} },
    { kind: 'employed', on: '2026-03-01', details: {} },
    { kind: 'employment-kind-set', on: '2026-03-01', details: { employmentKind: 'employee' } },
    { kind: 'location-set', on: '2026-03-01', details: { location: null } },
    { kind: 'role-started', on: '2026-03-01', details: { role: 'nurse' } },
  ])
  const cycles = await here.inPractice((tx) => tx.cycle.findMany({ where: { practiceId: gateway } }))
  expect(cycles.map(({ number, trackVersionId }) => ({ number, trackVersionId }))).toEqual([
    { number: 1, trackVersionId: 'basics@1' },
  ])
  expect(await here.auditKinds()).toEqual(['requirement-created', 'staff-member-added', 'invitation-sent'])
  const [mail] = await here.mailTo('nadia.haddad@practice.example')
  expect(mail?.subject).toBe('Your training account')
  expect(findLink(mail?.body ?? '')?.kind).toBe('invitation')
})

test('a requirement for other roles assigns nothing', async () => {
  await here.require({ roles: ['dental'] })
  const id = await here.added('Nora Nurse', { role: 'nurse' })
  expect((await here.facts(id)).map(({ kind }) => kind)).not.toContain('assigned')
})

test('the link in the mail lets the person choose a password, and the state says so', async () => {
  const staffMemberId = await here.added('Ivy Invited')
  const [mail] = await here.mailTo('ivy.invited@practice.example')
  const manager = await addMember(world, { name: `Looker ${gateway}`, practiceId: gateway, can: everything })
  const stateOf = async () => {
    const view = await as(world, manager, (context) =>
      viewStaffMember(context, { practiceId: gateway, staffMemberId }),
    )
    return view.ok && view.value.standing[0]?.person.invitation
  }
  expect(await stateOf()).toBe('waiting')
  const token = findLink(mail?.body ?? '')?.token ?? ''
  const chosen = await as(world, manager, ({ actor: _, ...context }) =>
    choosePassword(context, { kind: 'invitation', token, password: 'quiet harbor morning' }),
  )
  expect(chosen.ok).toBe(true)
  expect(await stateOf()).toBe('accepted')
})

test('only an administrator grants more than training', async () => {
  const manager = await addMember(world, {
    name: `Plain ${gateway}`,
    practiceId: gateway,
    can: ['train', 'manage'],
  })
  const plain = managing(world, manager, gateway)
  expect(await plain.add('Eve Eager', { capabilities: ['manage'] })).toEqual({
    ok: false,
    refusal: 'needs-administrator',
  })
  expect((await plain.add('Tim Trainee')).ok).toBe(true)
  const id = await here.added('Mia Manager', { capabilities: ['manage'] })
  const row = await here.inPractice((tx) =>
    tx.staffMember.findUnique({ where: { practiceId_id: { practiceId: gateway, id } } }),
  )
  expect(row?.capabilities).toEqual(['train', 'manage'])
})

test('a person who is on the staff already is refused, and nothing is written', async () => {
  await here.added('Dora Double')
  const before = await here.auditKinds()
  expect(await here.add('Dora Double')).toEqual({ ok: false, refusal: 'on-staff-already' })
  expect(await here.auditKinds()).toEqual(before)
})

test('a person known to another practice is added like a stranger, under the name given here', async () => {
  await there.added('Sofia Marin', { emailAddress: 'sofia@practice.example' })
  const id = await here.added('S. Marin', { emailAddress: 'sofia@practice.example' })
  const manager = await addMember(world, { name: `Looker ${gateway}`, practiceId: gateway, can: everything })
  const view = await as(world, manager, (context) =>
    viewStaffMember(context, { practiceId: gateway, staffMemberId: id }),
  )
  expect(view.ok && view.value.member.name).toBe('S. Marin')
  expect(view.ok && view.value.standing[0]?.person.invitation).toBe('waiting')
  expect(JSON.stringify(view)).not.toContain('Sofia')
  expect(JSON.stringify(view)).not.toContain(ozark)
})

test('who worked here before is not added a second time, and nothing is written', async () => {
  const id = await here.added('Rita Return', { role: 'nurse' })
  const manager = await addMember(world, { name: `Ender ${gateway}`, practiceId: gateway, can: everything })
  const lastDay = localDateFrom('2026-03-20')
  await as(world, manager, (context) =>
    endEmployment(context, { practiceId: gateway, staffMemberId: id, lastDay }),
  )
  const before = await here.auditKinds()
  const inJune = addMinutes(noon, 90 * 24 * 60)
  const added = await here.add('Rita Return', { role: 'dental' }, inJune)
  expect(added).toMatchObject({ ok: true, value: { staffMemberId: id, workedHereBefore: true } })
  expect(await here.auditKinds()).toEqual(before)
})

test('another practice, and a practice that does not exist, are not found', async () => {
  const refused = { ok: false, refusal: 'not-found' }
  expect(await here.add('Ann', { practiceId: ozark })).toEqual(refused)
  expect(await here.add('Ann', { practiceId: '00000000-0000-4000-8000-000000000000' })).toEqual(refused)
})
