import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalReadable, encodeReadable, groupReadable } from '#lib/domain/readable-code'

describe('a readable code', () => {
  test('spells known bytes as Crockford does', () => {
    expect(encodeReadable(Uint8Array.of(0))).toBe('00')
    expect(encodeReadable(Uint8Array.of(255))).toBe('ZW')
    expect(encodeReadable(Uint8Array.of(0, 68, 50, 20, 199, 66, 84, 182, 53, 207))).toBe('0123456789ABCDEF')
  })

  test('different bytes never share a code, and every code reads back as itself', () => {
    const bytes = fc.uint8Array({ minLength: 16, maxLength: 16 })
    fc.assert(
      fc.property(bytes, bytes, (one, other) => {
        const code = encodeReadable(one)
        expect(canonicalReadable(groupReadable(code, 4), 16)).toBe(code)
        expect(code === encodeReadable(other)).toBe(Buffer.from(one).equals(Buffer.from(other)))
      }),
    )
  })

  test.each([
    ['lower case', '0l23-4567-89ab-cdef'],
    ['O for zero, I and L for one', 'OI23 4567 89AB CDEF'],
    ['spaces, and the long hyphen of a word processor', ' 0123\u20134567\u00a089AB\u2014CDEF '],
    ['full-width letters', '０１２３４５６７８９ＡＢＣＤＥＦ'],
    ['an invisible mark from a copied message', '0123-4567-89AB-CDEF\u200b'],
  ])('forgives %s', (_what, typed) => {
    expect(canonicalReadable(typed, 10)).toBe('0123456789ABCDEF')
  })

  test.each([
    ['too short', '0123-4567-89AB-CDE'],
    ['too long', '0123-4567-89AB-CDEFG'],
    ['the letter U, which the alphabet leaves out', '0123-4567-89AB-CDEU'],
    ['nothing at all', ''],
    ['a very long text', '0'.repeat(100_000)],
  ])('refuses %s', (_what, typed) => {
    expect(canonicalReadable(typed, 10)).toBeUndefined()
  })

  test('has one spelling only: padding bits other than zero are refused', () => {
    expect(canonicalReadable('ZW', 1)).toBe('ZW')
    expect(canonicalReadable('ZZ', 1)).toBeUndefined()
  })

  test('is grouped for reading', () => {
    expect(groupReadable('0123456789', 4)).toBe('0123-4567-89')
    expect(groupReadable('', 4)).toBe('')
  })
})
