import { expect, test } from 'vitest'
import { type LocalDate, localDateFrom } from '#lib/domain/calendar'
import type { StaffMemberId } from '#lib/domain/ids'
import type { Reading } from '#lib/domain/people/roster-import/imported-row'
import { type RowChoice, staffIndex } from '#lib/domain/people/roster-import/match-row'
import { missingFrom } from '#lib/domain/people/roster-import/missing-people'
import { planImport } from '#lib/domain/people/roster-import/plan-import'
import type { StaffPost } from '#lib/domain/people/roster-import/staff-post'

const today = localDateFrom('2026-03-10')
const reading: Reading = {
  columns: ['name', 'emailAddress', 'employeeNumber', 'role', 'startedOn', 'endedOn'],
  dayOrder: null,
  roleWords: new Map([['charge nurse', 'nurse']]),
  kindWords: new Map(),
}

function post(id: string, own: Partial<StaffPost> = {}): StaffPost {
  return {
    staffMemberId: id as StaffMemberId,
    name: id,
    emailAddress: `${id.toLowerCase()}@x.example`,
    employeeNumber: null,
    role: 'nurse',
    employmentKind: 'employee',
    location: null,
    startedOn: localDateFrom('2025-01-01'),
    endedOn: null,
    mayOnlyTrain: true,
    administers: false,
    isHidden: false,
    ...own,
  }
}

const staff = [
  post('Nora', { employeeNumber: '17' }),
  post('Omar'),
  post('Left', { endedOn: '2026-01-31' as LocalDate }),
  post('Ada', { mayOnlyTrain: false, administers: true }),
  post('Max', { mayOnlyTrain: false }),
  post('Gone', { isHidden: true }),
  post('Twin-1', { name: 'Tina Twin' }),
  post('Twin-2', { name: 'Tina Twin' }),
]

function plans(rows: readonly string[], choices: readonly (RowChoice | null)[] = [], mayAdminister = false) {
  const file = rows.map((row, index) => ({
    number: index + 2,
    cells: row.split(','),
    choice: choices[index] ?? null,
  }))
  return planImport(file, reading, { index: staffIndex(staff), today, mayAdminister })
}

/** What a row does, in a word: the kind of its plan, with what decides it. */
function wordFor(row: string, choice: RowChoice | null = null, mayAdminister = false): string {
  const [planned] = plans([row], [choice], mayAdminister)
  const plan = planned?.plan
  switch (plan?.kind) {
    case 'changed':
      return `changed: ${plan.changes.map(({ field }) => field).join(' ')}`
    case 'undecided':
      return `undecided: ${plan.doubt}`
    case 'left-out':
      return `left-out: ${plan.why}`
    case 'problem':
      return `problem: ${plan.problems.map(({ cause }) => cause).join(' ')}`
    default:
      return [plan?.kind, ...(plan?.warnings ?? [])].join(' ')
  }
}

// name, e-mail, number, role, first day, last day
test.for([
  ['Nora,NORA@x.example,,RN,2025-01-01,', 'unchanged'],
  ['Nora,,17,,,', 'unchanged'],
  ['Nora,,,,2025-01-01,', 'unchanged'],
  ['Nora Ng,nora@x.example,,,,', 'changed: name'],
  ['Nora,nora@x.example,18,MD,2025-02-01,2026-12-31', 'changed: employeeNumber role startedOn endedOn'],
  ['Nora,other@x.example,17,RN,,', 'undecided: address-differs'],
  ['Bob Jones,,17,RN,2026-03-01,', 'undecided: number-of-another-name'],
  ['Nora Ng,,17,,2025-01-01,', 'changed: name'],
  ['Nora,omar@x.example,17,RN,,', 'problem: two-people'],
  ['Omar,omar@x.example,17,RN,,', 'problem: two-people'],
  ['Nora,,,RN,2026-01-01,', 'undecided: name-known'],
  ['Tina Twin,,,RN,2025-01-01,', 'undecided: several-of-that-name'],
  ['Tina Twin,tina@x.example,,RN,2026-01-01,', 'new namesake'],
  ['New,new@x.example,,Charge Nurse,2026-03-01,', 'new'],
  ['New,,99,RN,2026-03-01,', 'new no-address'],
  ['New,new@x.example,,RN,,', 'problem: start-missing'],
  ['New,new@x.example,,,2026-03-01,', 'problem: role-missing'],
  ['New,new@x.example,,Wizard,2026-03-01,', 'problem: role-unknown'],
  ['New,not an address,,RN,03/04/2026,', 'problem: email-invalid day-ambiguous'],
  ['New,new@x.example,,RN,2026-03-01,2026-03-05', 'left-out: left-before-today'],
  ['New,new@x.example,,RN,2026-03-01,2026-02-01', 'problem: end-before-start'],
  ['New,new@x.example,,RN,1926-03-01,', 'problem: start-too-long-ago'],
  ['New,new@x.example,,RN,2029-03-01,', 'problem: start-too-far-ahead'],
  ['New,new@x.example,,RN,2026-03-01,2028-01-01', 'problem: end-too-far-ahead'],
  ['Left,left@x.example,,RN,2026-03-02,', 'back'],
  ['Left,left@x.example,,RN,2025-01-01,', 'problem: ended-in-beacon'],
  ['Left,left@x.example,,RN,2025-01-01,2026-01-31', 'unchanged'],
  ['Gone,gone@x.example,,RN,2026-03-01,', 'new'],
  ['Ada,ada@x.example,,RN,,2026-12-31', 'problem: administrator-by-hand'],
  ['Max,max@x.example,,RN,,2026-12-31', 'problem: needs-administrator'],
  ['Max,max@x.example,,MD,,', 'changed: role'],
  ['=1+1,formula@x.example,,RN,2026-03-01,', 'new'],
  ['Nora,nora@x.example,,RN,2025-01-01,,surplus', 'problem: cells-beyond-columns'],
] as const)('the row %s is %s', ([row, word]) => {
  expect(wordFor(row)).toBe(word)
})

test('who may administer ends the post of a manager, and still not that of an administrator', () => {
  expect(wordFor('Max,max@x.example,,RN,,2026-12-31', null, true)).toBe('changed: endedOn')
  expect(wordFor('Ada,ada@x.example,,RN,,2026-12-31', null, true)).toBe('problem: administrator-by-hand')
})

test.for([
  [{ kind: 'person', staffMemberId: 'Nora' as StaffMemberId }, 'unchanged'],
  [{ kind: 'leave-out' }, 'left-out: by-choice'],
] as const)('a choice of %j settles a doubt', ([choice, word]) => {
  expect(wordFor('Nora,other@x.example,17,RN,,', choice)).toBe(word)
})

test('a namesake that is said to be somebody new is new', () => {
  expect(wordFor('Nora,,,RN,2026-01-01,', { kind: 'new' })).toBe('new no-address')
})

test('rows that say the same are one, and rows of one person that differ are all problems', () => {
  const same = 'New,new@x.example,,RN,2026-03-01,'
  expect(plans([same, same]).map(({ plan }) => plan.kind)).toEqual(['new', 'left-out'])
  const twice = plans([
    same,
    'New,new@x.example,,MD,2026-03-01,',
    'Nora,,17,,,',
    'Nora Ng,nora@x.example,,,,',
  ])
  expect(twice.map(({ plan }) => plan.kind)).toEqual(['problem', 'problem', 'problem', 'problem'])
})

test('one number for two new people is nobody’s', () => {
  const rows = plans(['A,a@x.example,50,RN,2026-03-01,', 'B,b@x.example,50,RN,2026-03-01,'])
  expect(rows.map(({ plan }) => plan.kind)).toEqual(['problem', 'problem'])
})

test('who is in no row is missing; a row with a problem, and who left, hides nobody', () => {
  const rows = plans(['Nora,nora@x.example,,Wizard,,', 'Tina Twin,,,RN,2025-01-01,'])
  const missing = missingFrom(
    staff,
    rows.flatMap(({ means }) => means),
    today,
    false,
  )
  expect(missing.map(({ name, refusal }) => [name, refusal])).toEqual([
    ['Ada', 'administrator-by-hand'],
    ['Max', 'needs-administrator'],
    ['Omar', null],
  ])
})

test('a name with a comma is added as it stands and pointed out, and one that is so already is not', () => {
  const named = { ...reading, columns: ['name', 'emailAddress', 'role', 'startedOn'] as const }
  const setting = { index: staffIndex([post('Vee', { name: 'Vee, Ann' })]), today, mayAdminister: false }
  const file = (cells: readonly string[]) =>
    planImport([{ number: 2, cells, choice: null }], named, setting)[0]?.plan
  expect(file(['Doe, Jane', 'jane@x.example', 'RN', '2026-01-05'])).toMatchObject({
    kind: 'new',
    post: { name: 'Doe, Jane' },
    warnings: ['comma-in-name'],
  })
  expect(file(['Vee, Anna', 'vee@x.example', '', ''])).toMatchObject({ warnings: ['comma-in-name'] })
  expect(file(['Vee, Ann', 'vee@x.example', 'billing', ''])).toMatchObject({ kind: 'changed', warnings: [] })
})

test('somebody new with the name of a person who is here is pointed out', () => {
  const [planned] = plans(['NORA,other@x.example,,RN,2026-02-01,'])
  expect(planned?.plan).toMatchObject({ kind: 'new', warnings: ['namesake'] })
})
