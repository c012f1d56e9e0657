import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { insertEvidence } from '#lib/data/evidence'
import type { Actor } from '#lib/domain/access/actor'
import { addDays, localDateFrom } from '#lib/domain/calendar'
import { standingGroups } from '#lib/domain/compliance/roster'
import { plainRosterQuery } from '#lib/domain/compliance/roster-page'
import type { PracticeId } from '#lib/domain/ids'
import { ok } from '#lib/domain/result'
import { endEmployment } from '#lib/use-cases/practice/end-employment'
import { exportRoster } from '#lib/use-cases/practice/export-roster'
import { grantAttempts } from '#lib/use-cases/practice/grant-attempts'
import { streamRoster } from '#lib/use-cases/practice/stream-roster'
import { viewPracticeCompliance } from '#lib/use-cases/practice/view-practice-compliance'
import { viewStaffMember } from '#lib/use-cases/practice/view-staff-member'
import { countedStatements } from '#tests/support/counted-statements'
import { managing } from '#tests/support/managing'
import { sittingsIn } from '#tests/support/sittings'
import { addMember, addPractice, as, noon, openWorld, today, type World } from '#tests/support/world'

let world: World
let gateway: PracticeId
let ozark: PracticeId
let manager: Actor
let foreignManager: Actor
let here: ReturnType<typeof managing>

const manage = ['train', 'manage'] as const

beforeAll(async () => {
  world = await openWorld()
  gateway = await addPractice(world, 'Gateway Family Practice')
  ozark = await addPractice(world, 'Ozark Dental Care')
  manager = await addMember(world, { name: 'Max Manager', practiceId: gateway, role: 'lead', can: manage })
  foreignManager = await addMember(world, {
    name: 'Fay Foreign',
    practiceId: ozark,
    role: 'lead',
    can: manage,
  })
  here = managing(world, manager, gateway)
  await here.require()
  await managing(world, foreignManager, ozark).require()
})
afterAll(() => world.end())

const plain = { practiceId: '', part: 'current' as const, query: plainRosterQuery }

async function rosterOf(query: Partial<typeof plainRosterQuery> = {}, part: 'current' | 'ended' = 'current') {
  const input = { practiceId: gateway, part, query: { ...plainRosterQuery, ...query } }
  const view = await as(world, manager, (context) => viewPracticeCompliance(context, input))
  if (!view.ok) throw new Error(view.refusal)
  return view.value
}

const namesIn = ({ rows }: Awaited<ReturnType<typeof rosterOf>>) => rows.map(({ person }) => person.name)

test('each person stands with the status that the facts give, and counts in exactly one group, beside what is near', async () => {
  const leave = await here.added('Priya Raman')
  await here.inPractice((tx) =>
    insertEvidence(
      tx,
      gateway,
      manager.personId,
      [
        {
          staffMemberId: leave,
          kind: 'leave-started',
          effectiveOn: today,
          details: { through: addDays(today, 5) },
        },
      ],
      noon,
    ),
  )
  const view = await rosterOf()
  expect(view.counts).toMatchObject({ 'not-started': 1, 'due-soon': 1, 'on-leave': 1, current: 0 })
  const shared = standingGroups.map((group) => view.counts[group]).reduce((sum, count) => sum + count, 0)
  expect(view.counted).toEqual({ people: shared, lines: shared })
  expect(namesIn(await rosterOf({ group: 'on-leave' }))).toEqual(['Priya Raman'])
  expect((await rosterOf({ group: 'on-leave' })).counts['not-started']).toBe(1)
})

test('who completes is current at once, and only in the practice where it was done', async () => {
  const { learner, start, submit } = sittingsIn(world, gateway)
  const { actor, assignmentId } = await learner('Cora Current')
  for (const moduleId of ['m1', 'm2']) await submit(actor, await start(actor, assignmentId, moduleId), 'a')
  const row = (await rosterOf({ group: 'current' })).rows.find(({ person }) => person.name === 'Cora Current')
  expect(row?.answer).toMatchObject({ status: 'compliant', validThrough: '2027-03-10', dueOn: '2027-03-10' })
  expect(row?.answer?.because).toMatchObject({ rule: 'valid', completedOn: '2026-03-10' })
  const view = await as(world, manager, (context) =>
    viewStaffMember(context, { practiceId: gateway, staffMemberId: row?.person.staffMemberId ?? '' }),
  )
  if (!view.ok) throw new Error(view.refusal)
  expect(view.value.certificates).toHaveLength(1)
  expect(view.value.timeline.map(({ kind }) => kind)).toContain('completed')
  expect(JSON.stringify(view.value)).not.toMatch(/score|answer.{0,3}:.{0,3}\[|missed|optionIds|"correct"/)
})

test('who left is hidden at first, and stands among those who left', async () => {
  const staffMemberId = await here.added('Carl Benson')
  const lastDay = addDays(today, -1)
  await as(world, manager, (context) =>
    endEmployment(context, { practiceId: gateway, staffMemberId, lastDay }),
  )
  expect(namesIn(await rosterOf())).not.toContain('Carl Benson')
  const ended = await rosterOf({}, 'ended')
  expect(namesIn(ended)).toEqual(['Carl Benson'])
  expect(ended.rows[0]?.answer?.because.rule).toBe('not-employed')
})

test('the table is searched, filtered by role and sorted', async () => {
  await here.added('Abel Front', { role: 'front-desk' })
  expect(namesIn(await rosterOf({ search: 'abel' }))).toEqual(['Abel Front'])
  expect(namesIn(await rosterOf({ role: 'front-desk' }))).toEqual(['Abel Front'])
  const byName = namesIn(await rosterOf({ sort: 'name' }))
  expect(byName).toEqual(byName.toSorted((a, b) => a.localeCompare(b)))
  expect(namesIn(await rosterOf({ sort: 'name', descending: true }))).toEqual(byName.toReversed())
})

test('the file holds the lines of the filter, runs nothing in a spreadsheet, and is on record', async () => {
  await here.added('=cmd()', { emailAddress: 'formula@practice.example', role: 'billing' })
  const words = {
    column: (name: string) => name,
    role: (role: string) => role,
    employmentKind: (kind: string) => kind,
    status: (status: string) => status,
    reason: (name: string) => name,
    invitation: (state: string) => state,
  }
  const query = { ...plainRosterQuery, role: 'billing' }
  const asked = { practiceId: gateway, part: 'current', query } as const
  const file = await as(world, manager, async (context) => {
    const pieces = await streamRoster(context, { ...asked, format: 'csv', words })
    return pieces.ok ? ok(await gathered(pieces.value)) : pieces
  })
  if (!file.ok) throw new Error(file.refusal)
  const [header, line, ...rest] = file.value.replace('\ufeff', '').trim().split('\r\n')
  expect(header).toContain('"person","role"')
  expect(line).toMatch(/^"'=cmd\(\)","billing","employee","","Basics","not-started","2026-04-09"/)
  expect(rest).toEqual([])
  expect(await as(world, manager, (context) => exportRoster(context, asked))).toMatchObject({
    value: { rows: 1 },
  })
  expect((await here.auditKinds()).at(-1)).toBe('roster-exported')
})

async function gathered(pieces: AsyncIterable<Uint8Array>): Promise<string> {
  const all: Uint8Array[] = []
  for await (const piece of pieces) all.push(piece)
  return Buffer.concat(all).toString()
}

test('more attempts are granted for a module that is open, and for no other', async () => {
  const staffMemberId = await here.added('Greta Grant')
  const grant = (moduleId: string, actor = manager) =>
    as(world, actor, (context) =>
      grantAttempts(context, { practiceId: gateway, staffMemberId, moduleId, idempotencyKey: randomUUID() }),
    )
  expect(await grant('m1')).toEqual({ ok: true, value: null })
  expect(await here.facts(staffMemberId)).toContainEqual({
    kind: 'attempts-granted',
    on: today,
    details: { moduleId: 'm1', attempts: 3 },
  })
  expect(await grant('m9')).toEqual({ ok: false, refusal: 'module-not-open' })
  expect(await grant('m1', foreignManager)).toEqual({ ok: false, refusal: 'not-found' })
})

test('nobody else’s roster or staff is found', async () => {
  const refused = { ok: false, refusal: 'not-found' }
  const staffMemberId = manager.memberships[0]?.staffMemberId ?? ''
  const trainee = await addMember(world, { name: 'Theo Trainee', practiceId: gateway })
  for (const actor of [foreignManager, trainee]) {
    const roster = await as(world, actor, (context) =>
      viewPracticeCompliance(context, { ...plain, practiceId: gateway }),
    )
    expect(roster).toEqual(refused)
    const person = await as(world, actor, (context) =>
      viewStaffMember(context, { practiceId: gateway, staffMemberId }),
    )
    expect(person).toEqual(refused)
  }
  const inOwn = await as(world, foreignManager, (context) =>
    viewStaffMember(context, { practiceId: ozark, staffMemberId }),
  )
  expect(inOwn).toEqual(refused)
})

test('a thousand staff members take no more statements than one', async () => {
  const practiceId = await addPractice(world, 'A Network of Clinics')
  const lead = await addMember(world, { name: 'Lea Lead', practiceId, role: 'lead', can: manage })
  const there = managing(world, lead, practiceId)
  await there.require()
  const startedOn = localDateFrom('2025-01-01')
  const people = Array.from({ length: 1000 }, (_, number) => ({
    id: randomUUID(),
    personId: randomUUID(),
    name: `Person ${number}`,
  }))
  await there.inPractice(async (tx) => {
    await tx.person.createMany({ data: people.map(({ personId }) => ({ id: personId, createdAt: noon })) })
    await tx.staffMember.createMany({
      data: people.map((person) => ({
        ...person,
        practiceId,
        role: 'nurse',
        employmentKind: 'employee',
        capabilities: ['train'],
        startedOn: new Date(startedOn),
        createdAt: noon,
      })),
    })
    const employed = people.map(({ id: staffMemberId }) => {
      return { staffMemberId, kind: 'employed', effectiveOn: startedOn }
    })
    await insertEvidence(tx, practiceId, lead.personId, employed, noon)
  })
  const counted = await countedStatements(world, lead, (context) =>
    viewPracticeCompliance(context, { ...plain, practiceId }),
  )
  expect(counted.statements.length).toBeLessThanOrEqual(6)
  expect(counted.value.ok && counted.value.value.counts['not-started']).toBe(1001)
  expect(counted.value.ok && counted.value.value.pages).toBe(21)
})
