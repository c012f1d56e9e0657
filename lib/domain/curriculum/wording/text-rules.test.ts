import { describe, expect, test } from 'vitest'
import { moduleLeans } from '#lib/domain/curriculum/wording/module-balance'
import { readability, sentenceLength } from '#lib/domain/curriculum/wording/readability'
import { hardReading, longSentences } from '#lib/domain/curriculum/wording/text-rules'

const words = (count: number, word = 'one') => Array.from({ length: count }, () => word).join(' ')

describe('readability', () => {
  test('of plain English is a low grade, of officialese a high one', () => {
    expect(readability(['The cat sat on the mat.'], 'en').score).toBeCloseTo(0.39 * 6 + 11.8 - 15.59)
    const officialese = 'Organizational accountability necessitates interdisciplinary documentation.'
    expect(readability([officialese], 'en').score).toBeGreaterThan(18)
  })
  test('of Spanish counts syllables as they are spoken', () => {
    // ca-sa, a-gua, dí-a, gui-ta-rra: 2 + 2 + 2 + 3
    expect(readability(['Casa agua día guitarra.'], 'es').score).toBeCloseTo(206.835 - (62.3 * 9) / 4 - 4)
  })
})

describe('a sentence', () => {
  test('may have 30 words in English, and not one more', () => {
    expect(longSentences(`${words(30)}.`, 'en')).toEqual([])
    expect(longSentences(`${words(31)}.`, 'en')).toMatchObject([{ at: 0, words: 31, most: 30 }])
  })
  test('may have 36 words in Spanish, and not one more', () => {
    expect(longSentences(`${words(36, 'uno')}.`, 'es')).toEqual([])
    expect(longSentences(`${words(37, 'uno')}.`, 'es')).toMatchObject([{ words: 37 }])
  })
  test('breathes at a semicolon and before somebody speaks', () => {
    expect(sentenceLength('one two; three four five')).toBe(3)
    expect(sentenceLength('She says, “one two three four”')).toBe(4)
  })
})

describe('a lesson', () => {
  const hard = `${words(25, 'documentation')}. `.repeat(5)
  test('is hard to read when its sentences and words are long', () => {
    expect(hardReading([hard], 'en')).toMatch(/^grade \d+\.\d, and at most 9 is meant$/)
    expect(hardReading([hard.replaceAll('documentation', 'documentación')], 'es')).toMatch(/at least 55/)
  })
  test('is not judged by less than a hundred words', () => {
    expect(hardReading([`${words(99, 'documentation')}.`], 'en')).toBeUndefined()
  })
})

describe('a module leans to one side', () => {
  const sex = words(20, 'sex')
  test('when it speaks twenty times of sex and nearly never of work', () => {
    expect(moduleLeans([sex], 'en')).toEqual(['sex-only-module'])
    expect(moduleLeans([sex, words(2, 'wages')], 'en')).toEqual(['sex-only-module'])
    expect(moduleLeans([sex, words(3, 'wages')], 'en')).toEqual([])
    expect(moduleLeans([words(19, 'sex')], 'en')).toEqual([])
  })
  test('when it speaks of people from elsewhere alone', () => {
    expect(moduleLeans([words(20, 'inmigrantes')], 'es')).toEqual(['foreign-only-module'])
    expect(moduleLeans([words(20, 'inmigrantes'), words(3, 'vecinas')], 'es')).toEqual([])
  })
})
