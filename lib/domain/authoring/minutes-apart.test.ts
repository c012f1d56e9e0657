import { expect, test } from 'vitest'
import { minutesApart } from '#lib/domain/authoring/minutes-apart'

test.each([
  [12, 5, true],
  [10, 5, true],
  [9, 5, false],
  [5, 5, false],
  [4, 5, false],
  [3, 5, true],
  [4, 1, true],
  [3, 1, false],
])('of %i minutes said and %i measured an author is told: %s', (said, measured, isTold) => {
  expect(minutesApart({ said, measured })).toEqual(isTold ? { said, measured } : null)
})
