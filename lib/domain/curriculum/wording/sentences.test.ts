import { describe, expect, test } from 'vitest'
import { isTurned } from '#lib/domain/curriculum/wording/sense'
import { ownWords, sentencesIn } from '#lib/domain/curriculum/wording/sentences'

const texts = (text: string) => sentencesIn(text).map((sentence) => sentence.text)

describe('sentences', () => {
  test.each([
    ['One. Two! Three? Four', ['One.', 'Two!', 'Three?', 'Four']],
    ['Dr. Lee came at 3 p.m. with U.S. papers.', ['Dr. Lee came at 3 p.m. with U.S. papers.']],
    ['“Go.” She went.', ['“Go.”', 'She went.']],
    ['¿Quién? ¡Ella! Vino la Dra. Paz.', ['¿Quién?', '¡Ella!', 'Vino la Dra. Paz.']],
    ['', []],
  ])('%j', (text, expected) => {
    expect(texts(text)).toEqual(expected)
  })
  test('know where they begin', () => {
    expect(sentencesIn(' One.  Two.').map(({ at }) => at)).toEqual([1, 7])
  })
})

describe('own words leave out', () => {
  test.each([
    ['quoted speech', 'en', 'He said, “an addict.” Then he left.', 'addict'],
    ['the names of laws', 'en', 'The Trafficking Victims Protection Act of 2000.', 'Victims'],
    ['terms of art', 'en', 'A crime victim and a rescue inhaler.', 'victim'],
    ['citas', 'es', 'Dijo: «una adicta». Se fue.', 'adicta'],
    ['la traducción de una cita', 'es', 'Busque “promiscuous” (promiscua) en la nota.', 'promiscua'],
    ['términos legales', 'es', 'Víctimas de una forma grave de trata.', 'Víctimas'],
  ] as const)('%s', (_, language, text, word) => {
    const own = ownWords(text, language)
    expect(own).not.toContain(word)
    expect(own).toHaveLength(text.length)
  })
})

describe('the sense of words is turned', () => {
  const turned = (sentence: string, words: string) => {
    const at = sentence.indexOf(words)
    return isTurned(sentence, at, at + words.length, 'en')
  }
  test.each([
    ['Never confront him.', 'confront', true],
    ['Do not stay silent: confront him.', 'confront', false],
    ['He may not know, but confront him.', 'confront', false],
    ['Do not hesitate to confront him.', 'confront', false],
    ['An old handout may say that staff confront him.', 'confront', true],
    ['The word addict hurts.', 'addict', true],
    ['In other words, this goes out to every single addict.', 'addict', false],
    ['Confronting him is dangerous.', 'Confronting him', true],
    ['Mistakes to leave out: rescue, pressure.', 'rescue', true],
  ])('%s', (sentence, words, expected) => {
    expect(turned(sentence, words)).toBe(expected)
  })
})
