import { expect, test } from 'vitest'
import { mayShowKeys } from '#lib/domain/assessment/keys-shown'

test.each([
  // allowed, completed, attempts left, open attempt, shown
  [true, true, 2, false, true],
  [true, false, 0, false, true],
  [true, false, 1, false, false],
  [true, true, 2, true, false],
  [true, false, 0, true, false],
  [false, true, 0, false, false],
])(
  'allowed %s, completed %s, %s attempts left, one open %s: shown %s',
  (allowed, isCompleted, attemptsLeft, isSitting, shown) => {
    expect(mayShowKeys({ allowed, isCompleted, attemptsLeft, isSitting })).toBe(shown)
  },
)
