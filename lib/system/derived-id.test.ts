import { expect, test } from 'vitest'
import { derivedId } from '#lib/system/derived-id'

test('the same words give the same UUID, and other words another, wherever they are cut', () => {
  expect(derivedId('a', 'bc')).toBe(derivedId('a', 'bc'))
  expect(derivedId('a', 'bc')).not.toBe(derivedId('ab', 'c'))
})

test('it is a UUID of version 8', () => {
  for (const word of ['', 'part-started', '1', '2', '3']) {
    expect(derivedId(word)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  }
})
