// plant: suspicious/noConditionalExpect
import { expect, test } from 'vitest'

test('a promise is kept', () => {
  if (process.argv.length > 1) expect(1).toBe(1)
  expect(2).toBe(2)
})
