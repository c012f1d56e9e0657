import { expect, test } from 'vitest'
import { lessonFigures } from '#lib/domain/curriculum/lesson-figures'
import type { LessonNode, LessonTree } from '#lib/domain/curriculum/lesson-tree'

const lesson = (sentence: string, times: number): { tree: LessonTree; text: string } => {
  const text = Array.from({ length: times }, () => sentence).join(' ')
  const paragraph: LessonNode = { kind: 'element', tag: 'p', children: [text] }
  return { tree: { format: 1, children: [paragraph] }, text }
}
const figures = ({ tree, text }: ReturnType<typeof lesson>, language: 'en' | 'es') =>
  lessonFigures(tree, [{ part: 'text', text }], language)

test('a lesson of 240 words takes two minutes, since one minute reads 238', () => {
  expect(figures(lesson('The cat sat on the mat.', 40), 'en')).toMatchObject({ words: 240, minutes: 2 })
  expect(figures(lesson('The cat sat on the mat.', 39), 'en')).toMatchObject({ words: 234, minutes: 1 })
})

test('an English lesson has a Flesch-Kincaid grade', () => {
  // 6 words a sentence, 1 syllable a word: 0.39 × 6 + 11.8 × 1 − 15.59 = −1.45
  const { reading } = figures(lesson('The cat sat on the mat.', 20), 'en')
  expect(reading).toEqual({ score: expect.closeTo(-1.45), bound: 9, isHard: false })
})

test('a Spanish lesson has points of perspicuity', () => {
  const { reading } = figures(lesson('La casa blanca da al mar.', 20), 'es')
  // la-ca-sa-blan-ca-da-al-mar is 6 words of 8 syllables: 206.835 − 62.3 × 8 ÷ 6 − 6
  expect(reading).toEqual({ score: expect.closeTo(206.835 - (62.3 * 8) / 6 - 6), bound: 55, isHard: false })
})

test('long words make a lesson hard, and fewer than a hundred of them judge nothing', () => {
  const hard = 'Interdisciplinary documentation necessitates organizational accountability.'
  expect(figures(lesson(hard, 20), 'en').reading).toMatchObject({ isHard: true })
  expect(figures(lesson(hard, 19), 'en').reading).toBeNull()
})
