import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#lib/domain/access/actor'
import { addMinutes, type LocalDate, localDateFrom } from '#lib/domain/calendar'
import type { PracticeId } from '#lib/domain/ids'
import { declineLicenceProposal } from '#lib/use-cases/licences/decline-licence-proposal'
import { endLicence } from '#lib/use-cases/licences/end-licence'
import { proposeLicenceRenewal } from '#lib/use-cases/licences/propose-licence-renewal'
import { recordLicence } from '#lib/use-cases/licences/record-licence'
import { setLicenceRenewal } from '#lib/use-cases/licences/set-licence-renewal'
import { viewLicences } from '#lib/use-cases/licences/view-licences'
import { viewOwnLicences } from '#lib/use-cases/licences/view-own-licences'
import { managing } from '#tests/support/managing'
import { addMember, addPractice, as, noon, openWorld, type World } from '#tests/support/world'

const day = localDateFrom
let world: World
let practiceId: PracticeId
let manager: Actor
let foreign: Actor
let minutes = 0

beforeAll(async () => {
  world = await openWorld()
  practiceId = await addPractice(world, 'Alder Family Medicine')
  manager = await addMember(world, { name: 'Mara Manager', practiceId, can: ['train', 'manage'] })
  const there = await addPractice(world, 'Birch Women’s Health')
  foreign = await addMember(world, { name: 'Fritz Foreign', practiceId: there, can: ['train', 'manage'] })
})
afterAll(() => world.end())

/** Each deed a minute later than the one before. */
const later = () => {
  minutes += 1
  return addMinutes(noon, minutes)
}
const idOf = (actor: Actor) => actor.memberships[0]?.staffMemberId ?? ''

function keeping(nurse: Actor) {
  const place = { practiceId, staffMemberId: idOf(nurse) }
  const record = (own: Partial<Parameters<typeof recordLicence>[1]> = {}, actor = manager) => {
    const licenceId = own.licenceId ?? randomUUID()
    const said = {
      state: 'MO',
      profession: 'registered-nurse',
      number: '2019004711',
      renewsOn: null,
    } as const
    const isNew = own.licenceId === undefined
    const input = { ...place, factId: randomUUID(), isNew, ...said, ...own, licenceId }
    return as(world, actor, (context) => recordLicence(context, input), later()).then((result) => ({
      licenceId,
      result,
    }))
  }
  const renew = (
    licenceId: string,
    renewsOn: LocalDate,
    own: Partial<Parameters<typeof setLicenceRenewal>[1]> = {},
    actor = manager,
  ) =>
    as(
      world,
      actor,
      (context) =>
        setLicenceRenewal(context, {
          ...place,
          licenceId,
          factId: randomUUID(),
          renewsOn,
          change: 'renewed',
          reason: null,
          leads: false,
          ...own,
        }),
      later(),
    )
  const propose = (licenceId: string, renewsOn: LocalDate, actor = nurse) =>
    as(world, actor, (context) => proposeLicenceRenewal(context, { licenceId, renewsOn }), later())
  const licences = async () => {
    const view = await as(world, manager, (context) => viewLicences(context, place))
    if (!view.ok) throw new Error(view.refusal)
    return view.value.licences
  }
  const facts = () => managing(world, manager, practiceId).facts(place.staffMemberId)
  return { place, record, renew, propose, licences, facts }
}

describe('a licence', () => {
  test('is recorded with its date, which requirements follow', async () => {
    const nurse = await addMember(world, { name: 'Nora Nurse', practiceId })
    const keep = keeping(nurse)
    await keep.record({ renewsOn: day('2027-04-30') })
    expect(await keep.licences()).toMatchObject([
      { number: '2019004711', renewsOn: '2027-04-30', leads: true, proposal: null, endedOn: null },
    ])
    expect(await keep.facts()).toContainEqual(
      expect.objectContaining({
        kind: 'licence-renewal-set',
        details: expect.objectContaining({ dueOn: '2027-04-30' }),
      }),
    )
  })

  test('shows its holder their number masked, and a manager all of it', async () => {
    const nurse = await addMember(world, { name: 'Nils Nurse', practiceId })
    await keeping(nurse).record({ number: 'RN-2019-88123' })
    const own = await as(world, nurse, viewOwnLicences)
    expect(JSON.stringify(own)).not.toContain('RN-2019')
    expect(own.ok && own.value[0]?.licences[0]?.number).toBe('••••123')
    expect((await keeping(nurse).licences())[0]?.number).toBe('RN-2019-88123')
  })

  test('keeps what was said before when it is renewed or corrected', async () => {
    const nurse = await addMember(world, { name: 'Nina Nurse', practiceId })
    const keep = keeping(nurse)
    const { licenceId } = await keep.record({ renewsOn: day('2026-04-30') })
    await keep.renew(licenceId, day('2028-04-03'))
    const wrong = { change: 'wrong', reason: 'The paper says the 30th' } as const
    expect(await keep.renew(licenceId, day('2028-04-30'), { ...wrong, reason: null })).toMatchObject({
      refusal: 'licence-reason-missing',
    })
    expect((await keep.renew(licenceId, day('2028-04-30'), wrong)).ok).toBe(true)
    const [licence] = await keep.licences()
    expect(licence?.renewsOn).toBe('2028-04-30')
    const renewals = licence?.history.flatMap((fact) => ('dueOn' in fact ? [[fact.dueOn, fact.isVoid]] : []))
    expect(renewals).toEqual([
      ['2028-04-30', false],
      ['2028-04-03', true],
      ['2026-04-30', false],
    ])
    await keep.record({ licenceId, number: '2019004712' })
    expect((await keep.licences()).map(({ number, renewsOn }) => [number, renewsOn])).toEqual([
      ['2019004712', '2028-04-30'],
    ])
  })

  test('of several, one leads, and only its dates reach the requirements', async () => {
    const nurse = await addMember(world, { name: 'Noor Nurse', practiceId })
    const keep = keeping(nurse)
    const first = await keep.record({ renewsOn: day('2027-04-30') })
    const second = await keep.record({ state: 'KS', renewsOn: day('2026-12-31') })
    const set = async () => (await keep.facts()).filter(({ kind }) => kind === 'licence-renewal-set').length
    expect([(await keep.licences()).map(({ leads }) => leads), await set()]).toEqual([[true, false], 1])
    await keep.renew(second.licenceId, day('2027-12-31'))
    expect(await set()).toBe(1)
    await keep.renew(second.licenceId, day('2028-12-31'), { leads: true })
    expect([(await keep.licences()).map(({ leads }) => leads), await set()]).toEqual([[false, true], 2])
    expect(first.result.ok).toBe(true)
  })

  test('that is no longer held takes no date', async () => {
    const nurse = await addMember(world, { name: 'Nell Nurse', practiceId })
    const keep = keeping(nurse)
    const { licenceId } = await keep.record()
    const end = () =>
      as(
        world,
        manager,
        (context) => endLicence(context, { ...keep.place, licenceId, reason: 'Moved' }),
        later(),
      )
    expect((await end()).ok).toBe(true)
    expect(await end()).toMatchObject({ refusal: 'licence-over' })
    expect(await keep.renew(licenceId, day('2027-01-01'))).toMatchObject({ refusal: 'licence-over' })
    expect(await keep.propose(licenceId, day('2027-01-01'))).toMatchObject({ refusal: 'licence-over' })
  })
})

describe('its holder', () => {
  test('proposes a date, which counts only once a manager records it', async () => {
    const nurse = await addMember(world, { name: 'Nele Nurse', practiceId })
    const keep = keeping(nurse)
    const { licenceId } = await keep.record({ renewsOn: day('2026-04-30') })
    expect((await keep.propose(licenceId, day('2028-04-30'))).ok).toBe(true)
    expect(await keep.propose(licenceId, day('2028-04-30'))).toMatchObject({
      refusal: 'licence-renewal-same',
    })
    expect((await keep.licences())[0]).toMatchObject({
      renewsOn: '2026-04-30',
      proposal: { dueOn: '2028-04-30' },
    })
    await keep.renew(licenceId, day('2028-04-30'))
    expect((await keep.licences())[0]).toMatchObject({ renewsOn: '2028-04-30', proposal: null })
  })

  test('reads why a date was not recorded, and may propose again', async () => {
    const nurse = await addMember(world, { name: 'Nico Nurse', practiceId })
    const keep = keeping(nurse)
    const { licenceId } = await keep.record()
    await keep.propose(licenceId, day('2028-04-30'))
    const proposalId = (await keep.licences())[0]?.proposal?.id ?? ''
    const decline = () =>
      as(
        world,
        manager,
        (context) =>
          declineLicenceProposal(context, {
            ...keep.place,
            licenceId,
            proposalId,
            reason: 'Bring the paper',
          }),
        later(),
      )
    expect((await decline()).ok).toBe(true)
    expect(await decline()).toMatchObject({ refusal: 'licence-proposal-over' })
    const own = await as(world, nurse, viewOwnLicences)
    expect(own.ok && own.value[0]?.licences[0]).toMatchObject({ declined: 'Bring the paper', proposal: null })
    expect((await keep.propose(licenceId, day('2028-04-29'))).ok).toBe(true)
  })

  test('alone proposes for it', async () => {
    const nurse = await addMember(world, { name: 'Nanna Nurse', practiceId })
    const colleague = await addMember(world, { name: 'Cleo Colleague', practiceId })
    const keep = keeping(nurse)
    const { licenceId } = await keep.record()
    for (const actor of [colleague, manager, foreign]) {
      expect(await keep.propose(licenceId, day('2028-04-30'), actor)).toMatchObject({ refusal: 'not-found' })
    }
  })
})

test('a date ten years off is a year typed wrong', async () => {
  const nurse = await addMember(world, { name: 'Nona Nurse', practiceId })
  const keep = keeping(nurse)
  const { licenceId } = await keep.record()
  for (const on of ['2036-03-11', '2016-03-09']) {
    expect(await keep.renew(licenceId, day(on))).toMatchObject({ refusal: 'licence-renewal-unlikely' })
  }
  expect((await keep.renew(licenceId, day('2036-03-10'))).ok).toBe(true)
})

test('another practice sees and records nothing', async () => {
  const nurse = await addMember(world, { name: 'Nadia Nurse', practiceId })
  const keep = keeping(nurse)
  const { licenceId } = await keep.record()
  expect((await keep.record({ licenceId }, foreign)).result).toMatchObject({ refusal: 'not-found' })
  expect(await keep.renew(licenceId, day('2027-01-01'), {}, foreign)).toMatchObject({ refusal: 'not-found' })
})

test('a licence of one’s own is another manager’s to record, where there is one', async () => {
  const keep = keeping(manager)
  expect((await keep.record()).result).toMatchObject({ ok: true })
  await addMember(world, { name: 'Otto Other', practiceId, can: ['train', 'manage'] })
  expect((await keep.record()).result).toEqual({ ok: false, refusal: 'own-record' })
})
