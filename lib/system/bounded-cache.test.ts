import { expect, test } from 'vitest'
import { boundedCache } from '#lib/system/bounded-cache'

test('never holds more than its limit, and gives up what was asked for longest ago', () => {
  const cache = boundedCache<number>(2)
  cache.set('a', 1)
  cache.set('b', 2)
  expect(cache.get('a')).toBe(1)
  cache.set('c', 3)
  expect([cache.get('a'), cache.get('b'), cache.get('c')]).toEqual([1, undefined, 3])
})

test('the newest value of a key is the one that counts', () => {
  const cache = boundedCache<number>(2)
  cache.set('a', 1)
  cache.set('a', 2)
  cache.set('b', 3)
  expect([cache.get('a'), cache.get('b')]).toEqual([2, 3])
})
