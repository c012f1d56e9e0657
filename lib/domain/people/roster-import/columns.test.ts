import { expect, test } from 'vitest'
import {
  columnLetter,
  columnsProblem,
  guessColumns,
  type ImportField,
} from '#lib/domain/people/roster-import/columns'

const nothing = new Map<string, ImportField | null>()

test.for([
  [
    ['Name', 'E-mail', 'Role', 'First day'],
    ['name', 'emailAddress', 'role', 'startedOn'],
  ],
  [
    ['Last Name', 'First Name', 'Job Title'],
    ['familyName', 'givenName', 'role'],
  ],
  [
    ['EMPLOYEE_ID', 'Full name', 'Hire Date'],
    ['employeeNumber', 'name', 'startedOn'],
  ],
  [
    ['Apellidos', 'Nombre', 'Correo electrónico', 'Puesto', 'Fecha de ingreso', 'Sede'],
    ['familyName', 'givenName', 'emailAddress', 'role', 'startedOn', 'location'],
  ],
  [
    ['Nombre completo', 'N.º de empleado', 'Último día'],
    ['name', 'employeeNumber', 'endedOn'],
  ],
  [
    ['Nombre', 'Tipo de contrato'],
    ['name', 'employmentKind'],
  ],
  [
    ['Salary', '', 'Shoe size'],
    [null, null, null],
  ],
  [
    ['E-mail', 'Work email'],
    ['emailAddress', null],
  ],
] as const)('the headers %j are guessed as %j', ([headers, guessed]) => {
  expect(guessColumns(headers, nothing)).toEqual(guessed)
})

test('what the practice said of a header before goes before every guess', () => {
  const remembered = new Map<string, ImportField | null>([
    ['unit', 'location'],
    ['title', null],
  ])
  expect(guessColumns(['Name', 'Unit', 'TITLE'], remembered)).toEqual(['name', 'location', null])
})

test.for([
  [['name', 'role'], undefined],
  [['familyName', null], undefined],
  [['emailAddress', 'role'], 'name-column-missing'],
  [['name', 'role', 'role'], 'column-chosen-twice'],
] as const)('the columns %j are refused by %s', ([columns, problem]) => {
  expect(columnsProblem(columns)).toBe(problem)
})

test('columns have the letters of a spreadsheet', () => {
  expect([0, 25, 26, 51, 52].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA'])
})
