import { expect, test } from 'vitest'
import { streamPlaces } from '#lib/web/stream-places'

test('a practice takes only its own few places, and all practices together only some', () => {
  const places = streamPlaces({ inAll: 3, each: 2 })
  expect([places.take('a'), places.take('a'), places.take('b')].every(Boolean)).toBe(true)
  expect([places.take('a'), places.take('b'), places.take('c')]).toEqual([undefined, undefined, undefined])
})

test('a place that is given back is free again, once, however often it is given back', () => {
  const places = streamPlaces({ inAll: 2, each: 1 })
  const first = places.take('a')
  places.take('b')
  expect(places.take('a')).toBeUndefined()
  first?.release()
  first?.release()
  expect(places.take('c')).toBeDefined()
  expect(places.take('a')).toBeUndefined()
})
