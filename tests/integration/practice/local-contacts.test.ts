import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { inTransaction } from '#lib/data/database'
import { replaceRegister } from '#lib/data/library'
import type { Actor } from '#lib/domain/access/actor'
import { addDays, addMonths } from '#lib/domain/calendar'
import { plainRosterQuery } from '#lib/domain/compliance/roster-page'
import type { PracticeId } from '#lib/domain/ids'
import { viewHelp } from '#lib/use-cases/help/view-help'
import { recordLocalContact } from '#lib/use-cases/practice/record-local-contact'
import { viewLocalContact } from '#lib/use-cases/practice/view-local-contact'
import { viewLocalContacts } from '#lib/use-cases/practice/view-local-contacts'
import { viewPracticeCompliance } from '#lib/use-cases/practice/view-practice-compliance'
import { viewLesson } from '#lib/use-cases/training/view-lesson'
import { countedStatements } from '#tests/support/counted-statements'
import { managing } from '#tests/support/managing'
import { assignReading, postAt, publishReadingTrack, together } from '#tests/support/reading'
import { addMember, addPractice, as, noon, openWorld, today, type World } from '#tests/support/world'

let world: World
let gateway: PracticeId
let ozark: PracticeId
let manager: Actor
let nadia: Actor
let kara: Actor

const entry = (id: string, scope: string) => ({ id, scope, name: `Name of ${id}`, who: 'Patients' })
const register = [
  { ...entry('national-hotline', 'national'), phone: '111' },
  entry('local-shelter', 'local'),
  entry('local-advocate', 'local'),
]

beforeAll(async () => {
  world = await openWorld()
  await publishReadingTrack(world)
  await inTransaction(world.owner, async (tx) => {
    await replaceRegister(tx, 'contacts', register, noon)
    await tx.lesson.updateMany({
      where: { lessonId: 'r1-l1' },
      data: { contacts: ['local-shelter', 'national-hotline'] },
    })
  })
})
afterAll(() => world.end())

let round = 0
beforeEach(async () => {
  round += 1
  gateway = await addPractice(world, 'Gateway Family Practice')
  ozark = await addPractice(world, 'Ozark Dental Care')
  manager = await addMember(world, { name: `Max ${round}`, practiceId: gateway, can: ['train', 'manage'] })
  nadia = await addMember(world, { name: `Nadia ${round}`, practiceId: gateway })
  kara = await addMember(world, { name: `Kara ${round}`, practiceId: ozark })
})

const shelter = {
  contactId: 'local-shelter',
  after: 0,
  name: 'Harbor House',
  phone: '573-555-0100',
  hours: 'Day and night',
  note: 'Takes families.',
  checkedOn: today,
}

const record = (own: Partial<typeof shelter> = {}, by = manager, practiceId = gateway) =>
  as(world, by, (context) => recordLocalContact(context, { ...shelter, ...own, practiceId }))

async function entered(contactId = 'local-shelter') {
  const view = await as(world, manager, (context) =>
    viewLocalContact(context, { practiceId: gateway, contactId }),
  )
  if (!view.ok) throw new Error(view.refusal)
  return view.value.versions
}

async function tasks(by = manager, practiceId = gateway) {
  const input = { practiceId, part: 'current' as const, query: plainRosterQuery }
  const view = await as(world, by, (context) => viewPracticeCompliance(context, input))
  if (!view.ok) throw new Error(view.refusal)
  return view.value.localContacts
}

const nothingFound = { ok: false, refusal: 'not-found' }

describe('entering a local contact', () => {
  test('adds a version with its author, and keeps what stood before', async () => {
    expect(await record()).toMatchObject({ ok: true })
    expect(await record({ after: 1, phone: '573-555-0199' })).toMatchObject({ ok: true })
    expect(await entered()).toMatchObject([
      { version: 2, phone: '573-555-0199', recordedBy: `Max ${round}`, recordedOn: today },
      { version: 1, phone: '573-555-0100', note: 'Takes families.' },
    ])
    expect(await managing(world, manager, gateway).auditKinds()).toEqual([
      'local-contact-recorded',
      'local-contact-recorded',
    ])
  })

  test('the same words sent twice add one version', async () => {
    await record()
    expect(await record()).toMatchObject({ ok: true })
    expect(await entered()).toHaveLength(1)
  })

  test('what somebody else entered meanwhile is not written over', async () => {
    await record()
    expect(await record({ phone: '573-555-0199' })).toEqual({
      ok: false,
      refusal: 'contact-changed-meanwhile',
    })
    expect(await record({ after: 7 })).toMatchObject({ ok: true })
    expect(await entered()).toMatchObject([{ version: 1, phone: '573-555-0100' }])
  })

  test('two at once add one version', async () => {
    const both = await Promise.all([record(), record({ phone: '573-555-0199' })])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await entered()).toHaveLength(1)
  })

  test('a check in the future is refused', async () => {
    const early = await record({ checkedOn: addDays(today, 1) })
    expect(early).toEqual({ ok: false, refusal: 'checked-later-than-today' })
  })

  test('only the practice’s manager can, and only what the library leaves open', async () => {
    const foreign = await addMember(world, {
      name: `Foreign ${round}`,
      practiceId: ozark,
      can: ['train', 'manage'],
    })
    expect(await record({}, nadia)).toEqual(nothingFound)
    expect(await record({}, foreign)).toEqual(nothingFound)
    expect(await record({ contactId: 'national-hotline' })).toEqual(nothingFound)
    expect(await record({ contactId: 'nobody' })).toEqual(nothingFound)
    for (const by of [nadia, foreign]) {
      const list = await as(world, by, (context) => viewLocalContacts(context, { practiceId: gateway }))
      expect(list).toEqual(nothingFound)
    }
  })

  test('a version can be neither changed nor removed', async () => {
    await record()
    const here = managing(world, manager, gateway)
    await expect(
      here.inPractice((tx) => tx.localContact.updateMany({ data: { phone: '0' } })),
    ).rejects.toThrow()
    await expect(here.inPractice((tx) => tx.localContact.deleteMany())).rejects.toThrow()
  })

  test('row-level security hides it from another practice, even from a query that forgets the practice', async () => {
    await record()
    const there = managing(world, kara, ozark)
    expect(await there.inPractice((tx) => tx.localContact.count())).toBe(0)
  })
})

describe('the task on the dashboard', () => {
  test('counts what is missing, then what was checked too long ago, then nothing', async () => {
    expect(await tasks()).toEqual({ outOf: 2, missing: 2, stale: 0 })
    await record({ checkedOn: addDays(addMonths(today, -3), -1) })
    expect(await tasks()).toEqual({ outOf: 2, missing: 1, stale: 1 })
    await record({ after: 1 })
    await record({ contactId: 'local-advocate' })
    expect(await tasks()).toEqual({ outOf: 2, missing: 0, stale: 0 })
  })
})

describe('Help', () => {
  const help = async (actor: Actor | null) => {
    const view = await as(world, actor ?? { ...nadia, memberships: [] }, (context) =>
      viewHelp(context, actor),
    )
    if (!view.ok) throw new Error('Help is there for everybody')
    return view.value.practices
  }

  test('shows the practice’s own contacts to its people, and what is still missing', async () => {
    await record()
    expect(await help(nadia)).toMatchObject([
      {
        practiceId: gateway,
        contacts: [
          { id: 'local-shelter', name: 'Harbor House', phone: '573-555-0100', confidence: 'practice' },
          { id: 'local-advocate', name: 'Name of local-advocate' },
        ],
      },
    ])
  })

  test('shows a stranger no practice’s contacts, nor somebody whose second step is due', async () => {
    await record()
    expect(await help(null)).toEqual([])
    expect(await help({ ...nadia, secondFactor: 'due' })).toEqual([])
    const [elsewhere] = await help(kara)
    expect(elsewhere?.contacts.some(({ phone }) => phone)).toBe(false)
  })

  test('keeps the practices of one person apart', async () => {
    await record()
    const both = await help(together(nadia, kara))
    const phones = both.map(({ contacts }) => contacts.map(({ phone }) => phone))
    expect(phones).toEqual([
      ['573-555-0100', undefined],
      [undefined, undefined],
    ])
  })

  test('opening it writes nothing', async () => {
    const looked = await countedStatements(world, nadia, async (context) => {
      await viewHelp(context, nadia)
      return { ok: true }
    })
    expect(looked.statements.filter((query) => /insert|update|delete/i.test(query))).toEqual([])
  })
})

describe('a lesson that names a local contact', () => {
  test('shows what the practice of this training entered, within five statements', async () => {
    await record()
    const own = await assignReading(world, postAt(nadia))
    const foreign = await assignReading(world, postAt(kara))
    const look = (actor: Actor, assignmentId: typeof own) =>
      countedStatements(world, actor, (context) =>
        viewLesson(context, { assignmentId, moduleId: 'r1', lessonId: 'r1-l1' }),
      )
    const here = await look(nadia, own)
    expect(here.statements.length).toBeLessThanOrEqual(5)
    expect(here.value).toMatchObject({ ok: true })
    const contactsIn = ({ value }: typeof here) =>
      value.ok ? value.value.text.contacts.map(({ name }) => name).sort() : []
    expect(contactsIn(here)).toEqual(['Harbor House', 'Name of national-hotline'])
    const there = await look(kara, foreign)
    expect(contactsIn(there)).toEqual(['Name of local-shelter', 'Name of national-hotline'])
  })
})
