import { afterAll, beforeAll, expect, test } from 'vitest'
import { readTable } from '#lib/csv/read-table'
import { insertEvidence, type NewEvidence } from '#lib/data/evidence'
import type { Actor } from '#lib/domain/access/actor'
import { addDays, addMinutes, type LocalDate } from '#lib/domain/calendar'
import { plainRosterQuery } from '#lib/domain/compliance/roster-page'
import type { PracticeId, StaffMemberId } from '#lib/domain/ids'
import { exportPastCompliance } from '#lib/use-cases/practice/export-past-compliance'
import { viewPastCompliance } from '#lib/use-cases/practice/view-past-compliance'
import { managing } from '#tests/support/managing'
import { addMember, addPractice, as, noon, openWorld, today, type World } from '#tests/support/world'

let world: World
let practiceId: PracticeId
let manager: Actor
let here: ReturnType<typeof managing>

const later = (days: number) => addMinutes(noon, days * 24 * 60)
/** Four months on, when a surveyor asks. */
const then = 120

beforeAll(async () => {
  world = await openWorld()
  practiceId = await addPractice(world, 'Gateway Family Practice')
  manager = await addMember(world, {
    name: 'Max Manager',
    practiceId,
    role: 'lead',
    can: ['train', 'manage'],
  })
  here = managing(world, manager, practiceId)
  await here.require()
})
afterAll(() => world.end())

const write = (staffMemberId: StaffMemberId, fact: Omit<NewEvidence, 'staffMemberId'>, days: number) =>
  here.inPractice((tx) =>
    insertEvidence(tx, practiceId, manager.personId, [{ staffMemberId, ...fact }], later(days)),
  )

async function asked(asOf: LocalDate, knownOn: LocalDate | null = null) {
  const view = await as(
    world,
    manager,
    (context) => viewPastCompliance(context, { practiceId, asOf, knownOn, query: plainRosterQuery }),
    later(then),
  )
  if (!view.ok) throw new Error(view.refusal)
  const rows = view.value.past?.rows ?? []
  return new Map(rows.map(({ person, answer }) => [person.name, { ...person, status: answer?.status }]))
}

test('who has left since stands there as then: status, role and place', async () => {
  const id = await here.added('Carl Benson', { location: 'North' })
  await write(
    id,
    { kind: 'location-set', effectiveOn: addDays(today, -9), details: { location: 'North' } },
    0,
  )
  await write(id, { kind: 'completed', trackId: 'basics', effectiveOn: today, details: { version: 1 } }, 0)
  await write(id, { kind: 'role-ended', effectiveOn: addDays(today, 20), details: { role: 'nurse' } }, 21)
  await write(id, { kind: 'role-started', effectiveOn: addDays(today, 21), details: { role: 'billing' } }, 21)
  await write(
    id,
    { kind: 'location-set', effectiveOn: addDays(today, 21), details: { location: 'South' } },
    21,
  )
  await write(id, { kind: 'employment-ended', effectiveOn: addDays(today, 60) }, 60)
  expect((await asked(addDays(today, 5))).get('Carl Benson')).toMatchObject({
    status: 'compliant',
    role: 'nurse',
    location: 'North',
  })
  expect((await asked(addDays(today, 30))).get('Carl Benson')).toMatchObject({
    role: 'billing',
    location: 'South',
  })
  expect((await asked(addDays(today, 60))).has('Carl Benson')).toBe(true)
  expect((await asked(addDays(today, 61))).has('Carl Benson')).toBe(false)
})

test('what was recorded after a day is not known on it', async () => {
  const id = await here.added('Olga Overdue', { startedOn: addDays(today, -31) })
  const day = addDays(today, 4)
  await write(id, { kind: 'completed', trackId: 'basics', effectiveOn: today, details: { version: 1 } }, 10)
  expect((await asked(day)).get('Olga Overdue')?.status).toBe('compliant')
  expect((await asked(day, addDays(today, 10))).get('Olga Overdue')?.status).toBe('compliant')
  expect((await asked(day, addDays(today, 9))).get('Olga Overdue')?.status).toBe('not-started')
})

test('a day that is still to come is not past, and nobody else’s past is found', async () => {
  const view = await as(
    world,
    manager,
    (context) =>
      viewPastCompliance(context, {
        practiceId,
        asOf: addDays(today, 1),
        knownOn: null,
        query: plainRosterQuery,
      }),
    noon,
  )
  expect(view.ok && view.value.past).toBeNull()
  const trainee = await addMember(world, { name: 'Theo Trainee', practiceId })
  const input = { practiceId, asOf: today, knownOn: null, query: plainRosterQuery }
  expect(await as(world, trainee, (context) => viewPastCompliance(context, input))).toEqual({
    ok: false,
    refusal: 'not-found',
  })
})

test('the file says of which day it is and as known when, and is on record', async () => {
  const same = (name: string) => name
  const words = { column: same, role: same, employmentKind: same, status: same, reason: same }
  const asked = { practiceId, asOf: today, knownOn: addDays(today, 9), query: plainRosterQuery, words }
  const fileIn = (format: 'csv' | 'xlsx') =>
    as(world, manager, (context) => exportPastCompliance(context, { ...asked, format }), later(then))
  const file = await fileIn('csv')
  if (!file.ok) throw new Error(file.refusal)
  const lines = new TextDecoder().decode(file.value.bytes).trim().split('\r\n')
  expect(lines[0]).toContain('"asOf","knownOn","person"')
  expect(lines.find((line) => line.includes('Carl Benson'))).toMatch(
    new RegExp(
      `^"${today}","${addDays(today, 9)}","Carl Benson","nurse","employee","North","Basics","compliant"`,
    ),
  )
  const workbook = await fileIn('xlsx')
  const read = await readTable(
    workbook.ok ? workbook.value.bytes : Buffer.alloc(0),
    { encoding: null, delimiter: null, sheet: 0 },
    same,
  )
  const rows = read.kind === 'table' ? read.table.rows.map(({ cells }) => cells) : []
  expect(rows.find((cells) => cells.includes('Carl Benson'))).toEqual(
    expect.arrayContaining([today, addDays(today, 9), 'North', 'Basics', 'compliant']),
  )
  expect((await here.auditKinds()).slice(-2)).toEqual(['roster-exported', 'roster-exported'])
})
