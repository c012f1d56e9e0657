// plant: suspicious/noFocusedTests
import { expect, test } from 'vitest'

test.only('a promise is kept', () => {
  expect(2).toBe(2)
})
