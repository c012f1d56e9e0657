import { encode } from 'uqr'
import { expect, test } from 'vitest'
import { qrPath } from '#lib/system/qr-path'

/** Draws the path's rectangles back onto a grid. */
function drawn(d: string, size: number): boolean[][] {
  const grid = Array.from({ length: size }, () => new Array<boolean>(size).fill(false))
  for (const [, x, y, width] of d.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
    for (let dx = 0; dx < Number(width); dx += 1) {
      const row = grid[Number(y)]
      if (row) row[Number(x) + dx] = true
    }
  }
  return grid
}

test('the path draws exactly the dark modules, inside four white ones on each side', () => {
  const text = 'https://beacon.example/verify/0123-4567-89AB-CDEF-GHJK-MNPQ-RS'
  const { d, size } = qrPath(text)
  expect(drawn(d, size)).toEqual(encode(text, { ecc: 'M', border: 4 }).data)
  expect(d.replaceAll(/M\d+ \d+h(\d+)v1h-\1z/g, '')).toBe('')
  const grid = drawn(d, size)
  expect(grid.slice(0, 4).flat().some(Boolean)).toBe(false)
  expect(grid.flatMap((row) => row.slice(-4)).some(Boolean)).toBe(false)
  expect(grid[4]?.[4]).toBe(true)
})

test('the same text gives the same path', () => {
  expect(qrPath('abc')).toEqual(qrPath('abc'))
  expect(qrPath('abc').d).not.toBe(qrPath('abd').d)
})
