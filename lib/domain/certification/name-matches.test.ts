import { describe, expect, test } from 'vitest'
import { nameMatches } from '#lib/domain/certification/name-matches'

describe('the printed name is recognised', () => {
  test.each([
    ['Nadia Rahman', 'Nadia Rahman'],
    ['Nadia Rahman', '  nadia   RAHMAN '],
    ['Nadia Rahman', 'Nadia\u00a0Rahman'],
    ['Nadia Rahman', '\u200eNadia \u202bRahman\u202c'],
    ['Élodie Pérez', 'e\u0301lodie pe\u0301rez'],
    ['Siobhán O’Brien-Smith', "siobhán o'brien\u2010smith"],
    ['Jürgen Strauß', 'JÜRGEN STRAUSS'],
    ['Γιώργος', 'ΓΙΏΡΓΟΣ'],
    ['Ｎａｄｉａ', 'nadia'],
    ['محمد عبد الله', ' محمد  عبد الله '],
  ])('%s as %s', (printed, typed) => {
    expect(nameMatches(printed, typed)).toBe(true)
  })
})

describe('another name is not', () => {
  test.each([
    ['Nadia Rahman', 'Nadia'],
    ['Nadia Rahman', 'Rahman Nadia'],
    ['Nadia Rahman', 'NadiaRahman'],
    ['Nadia Rahman', ''],
    ['Nadia Rahman', 'N. R.'],
    ['José', 'Jose'],
    ['Łukasz', 'Lukasz'],
    ['', ''],
    ['\u200e', ' '],
    ['Nadia Rahman', `Nadia Rahman${' '.repeat(1_000_000)}`],
  ])('%s as %s', (printed, typed) => {
    expect(nameMatches(printed, typed)).toBe(false)
  })
})
