import { expect, test } from 'vitest'
import { canonicalHash, canonicalJson } from '#lib/content/canonical-hash'

test('the order of keys does not matter, the order of lists does', () => {
  expect(canonicalHash({ a: 1, b: [1, 2] })).toBe(canonicalHash({ b: [1, 2], a: 1 }))
  expect(canonicalHash({ b: [2, 1] })).not.toBe(canonicalHash({ b: [1, 2] }))
})
test('a key without a value is the same as no key, as in JSON', () => {
  expect(canonicalJson({ b: undefined, a: { d: 1, c: 'x' } })).toBe('{"a":{"c":"x","d":1}}')
})
