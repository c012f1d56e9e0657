// plant: suspicious/noSkippedTests
import { expect, test } from 'vitest'

test.skip('a promise is kept', () => {
  expect(2).toBe(2)
})
