import { sentencesIn } from '#lib/domain/curriculum/wording/sentences'
import type { Passage, TextLanguage } from '#lib/domain/curriculum/wording/wording-rule'

const wordsIn = (text: string): readonly string[] => text.match(/\p{L}[\p{L}’'-]*/gu) ?? []

/** Vowel groups, less the silent endings -e, -es and -ed; at least one. An estimate: English spelling knows no rule. */
function englishSyllables(word: string): number {
  const letters = word.toLowerCase().replace(/[^a-z]/g, '')
  const spoken = letters.replace(/(?<=[^aeiouylr])(?:es?|ed)$|(?<=[aeiouy][lr])e[sd]?$/, (ending) =>
    ending === 'ed' && /[td]ed$/.test(letters) ? ending : '',
  )
  return Math.max(1, (spoken.match(/[aeiouy]+/g) ?? []).length)
}

/** Vowels, where a weak one (i, u, ü) without an accent joins its neighbour; the u of que, qui, gue, gui is silent. */
function spanishSyllables(word: string): number {
  const letters = word
    .toLowerCase()
    .replace(/(?<=q)u|(?<=g)u(?=[eiéí])/g, '')
    .replace(/y$/, 'i')
  const kernels = letters.match(/[iuü]?[aeoáéó][iuü]?|[íú]|[iuü]+/g) ?? []
  return Math.max(1, kernels.length)
}

const syllables = { en: englishSyllables, es: spanishSyllables } as const

export type Readability = {
  readonly words: number
  readonly sentences: number
  /** English: US school grade. Spanish: points from 0 (very hard) to 100 (very easy). */
  readonly score: number
}

/**
 * English: the Flesch-Kincaid grade, 0.39 words a sentence + 11.8 syllables a word - 15.59 (Kincaid, Fishburne, Rogers and
 * Chissom, Derivation of new readability formulas for Navy enlisted personnel, Research Branch Report 8-75, 1975).
 * Spanish: perspicuity, 206.835 - 62.3 syllables a word - words a sentence (Szigriszt Pazos, Sistemas predictivos de
 * legibilidad del mensaje escrito, Universidad Complutense de Madrid, 1993), read on the INFLESZ scale of Barrio Cantalejo
 * (2008): 55 to 65 is normal for adults, below it is somewhat hard.
 */
export function readability(texts: readonly string[], language: TextLanguage): Readability {
  const sentences = texts.flatMap((text) => sentencesIn(text)).filter(({ text }) => wordsIn(text).length > 0)
  const words = sentences.flatMap(({ text }) => wordsIn(text))
  const spoken = words.reduce((sum, word) => sum + syllables[language](word), 0)
  const perSentence = words.length / Math.max(1, sentences.length)
  const perWord = spoken / Math.max(1, words.length)
  const score =
    language === 'en' ? 0.39 * perSentence + 11.8 * perWord - 15.59 : 206.835 - 62.3 * perWord - perSentence
  return { words: words.length, sentences: sentences.length, score }
}

/** Running text only: what ends with a stop. Cells and labels have no sentences to measure. */
export const runningText = (passages: readonly Pick<Passage, 'part' | 'text'>[]): readonly string[] =>
  passages.filter(({ part, text }) => part === 'text' && /[.!?]/.test(text)).map(({ text }) => text)

/**
 * Words in the longest part of a sentence; figures count too, since they are read. A semicolon, or a colon before somebody's
 * words, lets the reader breathe like a full stop.
 */
export function sentenceLength(sentence: string): number {
  const parts = sentence.split(/;|[:,]\s*(?=[“«"])/u)
  return Math.max(...parts.map((part) => (part.match(/[\p{L}\p{N}][\p{L}\p{N}’'.,-]*/gu) ?? []).length))
}
