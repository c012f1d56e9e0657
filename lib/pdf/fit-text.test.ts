import { describe, expect, test } from 'vitest'
import { fitText } from '#lib/pdf/fit-text'
import { fontShelf } from '#lib/pdf/font-shelf'
import { widthOf } from '#lib/pdf/text-runs'

const { regular: fonts } = fontShelf('public/fonts/noto')
const frame = { width: 300, sizes: [30, 20, 10] as const, maxLines: 2, fonts }
const wordsOf = (text: string, change = {}) => {
  const { lines, size } = fitText(text, { ...frame, ...change })
  for (const line of lines) expect(widthOf(line, size)).toBeLessThanOrEqual(300.001)
  return { size, lines: lines.map((runs) => runs.map((run) => run.text).join('')) }
}

describe('text in a frame', () => {
  test('that is short stands in one line at the wished size', () => {
    expect(wordsOf('Li')).toEqual({ size: 30, lines: ['Li'] })
  })

  test('is broken between words before it is made smaller', () => {
    expect(wordsOf('Ludwig van der Berghof')).toEqual({ size: 30, lines: ['Ludwig van der', 'Berghof'] })
  })

  test('is made smaller when the lines do not suffice', () => {
    const name = 'Maria del Carmen Concepción Rodríguez Montenegro'
    expect(wordsOf(name)).toEqual({
      size: 20,
      lines: ['Maria del Carmen Concepción', 'Rodríguez Montenegro'],
    })
    expect(wordsOf(name, { maxLines: 1 })).toMatchObject({ size: 10, lines: [name] })
  })

  test('is broken inside a word that is wider than the frame, and nothing is lost', () => {
    const { lines } = wordsOf('A'.repeat(60))
    expect(lines.length).toBe(2)
    expect(lines.join('')).toBe('A'.repeat(60))
  })

  test('a script without spaces is broken too, never inside a letter with its marks', () => {
    const { lines } = wordsOf('ที่นี่'.repeat(20))
    expect(lines.join('')).toBe('ที่นี่'.repeat(20))
    for (const line of lines) expect(line).not.toMatch(/^\p{M}/u)
  })

  test('that never fits ends with an ellipsis, while what is read aloud is whole', () => {
    const name = `${'Ab'.repeat(100)} end`
    const { lines } = wordsOf(name)
    expect(lines).toHaveLength(2)
    expect(lines[1]).toMatch(/b…$|A…$/)
    expect(fitText(name, frame).text).toBe(name)
  })

  test('lines written from the right each run from the right', () => {
    const { lines } = fitText('محمد عبد الله بن أحمد الحسن محمد', { ...frame, sizes: [30] })
    expect(lines).toHaveLength(2)
    expect(lines[0]?.[0]?.text.startsWith('محمد')).toBe(true)
  })

  test('that is empty is no line of text, and no fault', () => {
    expect(wordsOf(' ')).toEqual({ size: 30, lines: [''] })
  })
})
