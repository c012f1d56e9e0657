import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#lib/domain/access/actor'
import { localDateFrom } from '#lib/domain/calendar'
import type { PracticeId } from '#lib/domain/ids'
import { openExternalFile } from '#lib/use-cases/external/open-external-file'
import { viewExternalForm } from '#lib/use-cases/external/view-external-form'
import { viewPracticeCompliance } from '#lib/use-cases/practice/view-practice-compliance'
import { viewStaffMember } from '#lib/use-cases/practice/view-staff-member'
import { exif, jpeg, pdf } from '#tests/support/documents'
import { fromElsewhere } from '#tests/support/from-elsewhere'
import { managing } from '#tests/support/managing'
import { addMember, addPractice, as, openWorld, today, type World } from '#tests/support/world'

const manage = ['train', 'manage'] as const
const day = localDateFrom

let world: World
let practiceId: PracticeId
let requirementId: string
let mara: Actor
let otto: Actor
let foreign: Actor
let deeds: ReturnType<typeof fromElsewhere>

beforeAll(async () => {
  world = await openWorld()
  practiceId = await addPractice(world, 'Alder Family Medicine')
  mara = await addMember(world, { name: 'Mara Manager', practiceId, can: manage })
  otto = await addMember(world, { name: 'Otto Other', practiceId, can: manage })
  const there = await addPractice(world, 'Birch Women’s Health')
  foreign = await addMember(world, { name: 'Fritz Foreign', practiceId: there, can: manage })
  requirementId = await managing(world, mara, practiceId).require()
  deeds = fromElsewhere(world, practiceId, [requirementId])
})
afterAll(() => world.end())

const nurse = (name: string) => addMember(world, { name, practiceId })
const idOf = (actor: Actor) => actor.memberships[0]?.staffMemberId ?? ''

/** Where somebody stands today, as the person's page says it. */
async function standingOf(actor: Actor) {
  const view = await as(world, mara, (context) =>
    viewStaffMember(context, { practiceId, staffMemberId: idOf(actor) }),
  )
  if (!view.ok) throw new Error(view.refusal)
  const [row] = view.value.standing
  return {
    status: row?.answer?.status,
    validThrough: row?.answer?.validThrough,
    timeline: view.value.timeline,
  }
}

describe('accepting by a second person', () => {
  test('makes what somebody did before they came count, and names both people', async () => {
    const nora = await nurse('Nora Nurse')
    const externalId = await deeds.recorded(nora)
    expect((await standingOf(nora)).status).toBe('not-started')
    expect(await deeds.decide(mara, externalId)).toEqual({ ok: true, value: { outcome: 'accepted' } })
    const { status, validThrough, timeline } = await standingOf(nora)
    expect({ status, validThrough }).toEqual({ status: 'compliant', validThrough: '2027-02-01' })
    expect(timeline).toContainEqual(
      expect.objectContaining({ kind: 'external-accepted', on: '2026-02-01', by: 'Mara Manager' }),
    )
    const facts = await managing(world, mara, practiceId).facts(idOf(nora))
    expect(facts.filter(({ kind }) => kind === 'external-accepted')).toEqual([
      {
        kind: 'external-accepted',
        on: '2026-02-01',
        details: { provider: 'State Health Academy', certificateId: externalId, recordedBy: nora.personId },
      },
    ])
    expect(await managing(world, mara, practiceId).auditKinds()).toEqual(
      expect.arrayContaining(['external-certificate-recorded', 'external-certificate-decided']),
    )
  })

  test('counts through what the certificate states, where it states an end', async () => {
    const nils = await nurse('Nils Nurse')
    const externalId = await deeds.recorded(nils, {}, { validThrough: day('2026-08-31') })
    const seen = await deeds.review(mara, externalId)
    expect(seen.ok && seen.value.requirements[0]?.preview).toMatchObject({
      effect: 'counts',
      demand: 'none',
      before: { status: 'not-started', validThrough: null },
      after: { status: 'compliant', validThrough: '2026-08-31' },
    })
    await deeds.decide(mara, externalId)
    expect(await standingOf(nils)).toMatchObject({ status: 'compliant', validThrough: '2026-08-31' })
  })

  test('is said once, also by two at once, and not after it was taken back', async () => {
    const nina = await nurse('Nina Nurse')
    const externalId = await deeds.recorded(nina)
    const both = await Promise.all([
      deeds.decide(mara, externalId),
      deeds.decide(otto, externalId, { outcome: 'refused', reason: 'Not readable' }),
    ])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, refusal: 'external-decided-already' })
    expect(await deeds.withdraw(nina, externalId)).toEqual({ ok: false, refusal: 'external-decided-already' })
    const other = await deeds.recorded(nina)
    expect((await deeds.withdraw(nina, other)).ok).toBe(true)
    expect(await deeds.decide(mara, other)).toEqual({ ok: false, refusal: 'external-decided-already' })
  })

  test('is not for whoever recorded it, nor about one’s own', async () => {
    const nico = await nurse('Nico Nurse')
    const byMara = await deeds.recorded(mara, { staffMemberId: idOf(nico) })
    const ottosOwn = await deeds.recorded(otto)
    const ottosByMara = await deeds.recorded(mara, { staffMemberId: idOf(otto) })
    expect(await deeds.decide(mara, byMara)).toMatchObject({ refusal: 'external-recorded-by-you' })
    expect(await deeds.decide(otto, ottosOwn)).toMatchObject({ refusal: 'external-is-your-own' })
    expect(await deeds.decide(otto, ottosByMara)).toMatchObject({ refusal: 'external-is-your-own' })
    expect((await deeds.decide(otto, byMara)).ok).toBe(true)
  })

  test('writes nothing where it is refused, which takes a reason that the person reads', async () => {
    const nell = await nurse('Nell Nurse')
    const externalId = await deeds.recorded(nell)
    const refused = { outcome: 'refused', reason: null } as const
    expect(await deeds.decide(mara, externalId, refused)).toMatchObject({
      refusal: 'external-reason-refused',
    })
    expect((await deeds.decide(mara, externalId, { ...refused, reason: 'The name differs' })).ok).toBe(true)
    expect((await standingOf(nell)).status).toBe('not-started')
    const seen = await deeds.review(mara, externalId)
    expect(seen.ok && seen.value.entry.decision).toMatchObject({ reason: 'The name differs', alone: false })
  })

  test('needs a requirement of this practice', async () => {
    const nela = await nurse('Nela Nurse')
    const externalId = await deeds.recorded(nela)
    for (const requirementIds of [[], [randomUUID()]]) {
      const refused = await deeds.decide(mara, externalId, { requirementIds })
      expect(refused).toMatchObject({ refusal: 'external-requirement-unknown' })
    }
  })
})

describe('a practice with one manager', () => {
  test('lets that one decide about their own, with a reason, until there is a second', async () => {
    const solo = await addPractice(world, 'Cedar Solo Practice')
    const sol = await addMember(world, { name: 'Sol Solo', practiceId: solo, can: manage })
    const asked = await managing(world, sol, solo).require()
    const alone = fromElsewhere(world, solo, [asked])
    const [first, second] = [await alone.recorded(sol), await alone.recorded(sol)]
    expect(await alone.decide(sol, first)).toMatchObject({ refusal: 'external-reason-alone' })
    expect((await alone.decide(sol, first, { reason: 'I called the provider' })).ok).toBe(true)
    const seen = await alone.review(sol, first)
    expect(seen.ok && seen.value.entry.decision).toMatchObject({
      alone: true,
      reason: 'I called the provider',
    })
    await addMember(world, { name: 'Tess Second', practiceId: solo, can: manage })
    expect(await alone.decide(sol, second, { reason: 'x' })).toMatchObject({
      refusal: 'external-is-your-own',
    })
  })
})

describe('what is recorded', () => {
  test.each([
    ['a day to come', { completedOn: day('2026-03-11') }, 'external-completed-in-future'],
    ['a day of another century', { completedOn: day('1926-02-01') }, 'external-completed-too-long-ago'],
    ['an end before the training', { validThrough: day('2026-01-31') }, 'external-ends-before-it-began'],
    ['an end that nobody will see', { validThrough: day('2126-02-01') }, 'external-ends-too-far-ahead'],
  ])('is not %s', async (_, said, refusal) => {
    expect(await deeds.record(mara, {}, said)).toEqual({ ok: false, refusal })
  })

  test.each([
    ['today', { completedOn: today }],
    ['the day on which it ended', { validThrough: day('2026-02-01') }],
    ['long before the employment', { completedOn: day('2019-05-05') }],
  ])('may be %s', async (_, said) => {
    const nurseOf = await nurse(`Nurse ${randomUUID()}`)
    expect((await deeds.record(nurseOf, {}, said)).ok).toBe(true)
  })

  test('is a file by what is in it', async () => {
    const program = Uint8Array.from(Buffer.from('MZ\x90\0'))
    const refused = await deeds.record(mara, { file: { bytes: program } })
    expect(refused).toEqual({ ok: false, refusal: 'file-kind-unknown' })
    const script = pdf({ objects: ['<</S/JavaScript/JS(x)>>'] })
    expect(await deeds.record(mara, { file: { bytes: script } })).toMatchObject({ refusal: 'pdf-active' })
  })

  test('is kept without owner and place, and given back to whom it is about and to managers alone', async () => {
    const nona = await nurse('Nona Nurse')
    const colleague = await nurse('Cleo Colleague')
    const externalId = await deeds.recorded(nona, { file: { bytes: jpeg({ extra: exif(1) }) } })
    const open = (actor: Actor) => as(world, actor, (context) => openExternalFile(context, { externalId }))
    for (const actor of [nona, mara, otto]) {
      const file = await open(actor)
      expect(file.ok && Buffer.from(file.value.bytes).equals(Buffer.from(jpeg()))).toBe(true)
    }
    for (const actor of [colleague, foreign]) expect((await open(actor)).ok).toBe(false)
  })

  test('is one entry however often the form is sent, and said to be alike where another is', async () => {
    const noor = await nurse('Noor Nurse')
    const externalId = randomUUID()
    await deeds.recorded(noor, { externalId })
    await deeds.recorded(noor, { externalId })
    const again = await deeds.recorded(noor, { file: { bytes: jpeg() } })
    const same = await deeds.recorded(noor, {}, { provider: 'Another one', completedOn: day('2025-01-01') })
    const likeness = async (id: string) => {
      const seen = await deeds.review(mara, id)
      return seen.ok ? seen.value.alike.map((one) => [one.entry.id, one.likeness]) : []
    }
    expect(await likeness(again)).toEqual([[externalId, 'same-day-and-provider']])
    expect(await likeness(same)).toEqual([[externalId, 'same-file']])
  })

  test('waits on the dashboard until it is decided', async () => {
    const query = { group: null, sort: 'urgency', descending: false, page: 1 } as never
    const waiting = async () => {
      const view = await as(world, mara, (context) =>
        viewPracticeCompliance(context, { practiceId, part: 'current', query }),
      )
      return view.ok ? view.value.waitingExternals : null
    }
    const before = (await waiting()) ?? 0
    const externalId = await deeds.recorded(await nurse('Nika Nurse'))
    expect(await waiting()).toBe(before + 1)
    expect((await deeds.listed(mara)).waiting.map(({ id }) => id)).toContain(externalId)
    await deeds.decide(mara, externalId)
    expect(await waiting()).toBe(before)
  })

  test('is asked for by what the practice asks of the person', async () => {
    const nadia = await nurse('Nadia Nurse')
    const form = await as(world, nadia, (context) => viewExternalForm(context, { practiceId }))
    expect(form.ok && form.value.requirements).toMatchObject([{ id: requirementId, takesExternal: true }])
  })
})
