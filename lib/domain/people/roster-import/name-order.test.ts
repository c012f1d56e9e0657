import { expect, test } from 'vitest'
import type { Columns } from '#lib/domain/people/roster-import/columns'
import { nameInOrder, withNameOrder } from '#lib/domain/people/roster-import/name-order'

test.for([
  ['Vega, Marisol', 'Marisol Vega'],
  ['García López,Ana María', 'Ana María García López'],
  ['Vega, Marisol, RN', 'Marisol Vega, RN'],
  ['Marisol Vega', 'Marisol Vega'],
  ['Vega,', 'Vega'],
  [', Marisol', 'Marisol'],
] as const)('“%s” in a column of last names first is %s', ([text, name]) => {
  expect(nameInOrder(text)).toBe(name)
})

const columns: Columns = ['emailAddress', 'name']
const named = (...names: string[]) => names.map((name) => ({ cells: ['x', name] }))
const open = () => false

test.for([
  [['Vega, Marisol', 'Ng, Nora', 'Jane Doe'], 'reversedName'],
  [['LI, AN', '', ''], 'reversedName'],
  [
    ['Jane Doe, RN', 'Nora Ng, M.D.', 'Juan Pérez, Jr.', 'Ann Ray, III', 'Bo Li, PhD', 'Al Ray, PA-C'],
    'name',
  ],
  [['Vega, Marisol', 'Jane Doe'], 'name'],
  [[''], 'name'],
] as const)('names like %j make the column %s', ([names, field]) => {
  expect(withNameOrder(columns, named(...names), open)).toEqual(['emailAddress', field])
})

test('what somebody said of the column before stands', () => {
  expect(withNameOrder(columns, named('Vega, Marisol'), () => true)).toEqual(columns)
})

test('without a column of whole names nothing changes', () => {
  const parts: Columns = ['familyName', 'givenName']
  expect(withNameOrder(parts, named('Vega, Marisol'), open)).toEqual(parts)
})
