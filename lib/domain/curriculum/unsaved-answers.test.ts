import { expect, test } from 'vitest'
import { savedState } from '#lib/domain/curriculum/unsaved-answers'

test('answers are said to be saved only where none is on its way and none could not be saved', () => {
  expect(savedState([], 0)).toBe('saved')
  expect(savedState([], 1)).toBe('saving')
  expect(savedState(['notSaved'], 2)).toBe('saving')
  // Another answer was saved since: the one that was lost on its way is spoken of all the same.
  expect(savedState(['notSaved'], 0)).toBe('notSaved')
})

test('of several answers that are not saved, what matters most is said', () => {
  expect(savedState(['incomplete', 'notSaved', 'timeOver'], 0)).toBe('timeOver')
  expect(savedState(['incomplete', 'changedElsewhere', 'notSaved'], 0)).toBe('changedElsewhere')
  expect(savedState(['incomplete'], 0)).toBe('incomplete')
})
