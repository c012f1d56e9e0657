import type { ModuleLean } from '#lib/domain/curriculum/wording/module-balance'
import { readability, sentenceLength } from '#lib/domain/curriculum/wording/readability'
import { sentencesIn } from '#lib/domain/curriculum/wording/sentences'
import {
  type Severity,
  type TextLanguage,
  type WordingRuleId,
  wordingRuleIds,
} from '#lib/domain/curriculum/wording/wording-rule'

export type TextRuleId = 'reading-level' | 'long-sentence' | ModuleLean
export type LintRuleId = WordingRuleId | TextRuleId

export type TextRule = {
  readonly severity: Severity
  readonly why: string
  /** Id in `content/sources.yaml`. */
  readonly source: Readonly<Record<TextLanguage, string>>
}

const both = (source: string) => ({ en: source, es: source })

/** Rules that measure a whole lesson or module. They count, and a count knows no sense, so they only advise. */
export const textRules: Readonly<Record<TextRuleId, TextRule>> = {
  'reading-level': {
    severity: 'advisory',
    why: 'Busy staff, and staff who read in a second language, follow plain text more safely.',
    source: { en: 'kincaid-1975', es: 'szigriszt-inflesz' },
  },
  'long-sentence': {
    severity: 'advisory',
    why: 'A long sentence is read twice, or not at all.',
    source: { en: 'kincaid-1975', es: 'szigriszt-inflesz' },
  },
  'sex-only-module': {
    severity: 'advisory',
    why: 'The words of this module speak of sex nearly alone; labor trafficking drops out of sight.',
    source: both('federal-definitions'),
  },
  'foreign-only-module': {
    severity: 'advisory',
    why: 'The words of this module speak of people from elsewhere nearly alone; citizens drop out of sight.',
    source: both('unseen-myths'),
  },
}

/** Words in a sentence. Spanish takes more words for the same. */
const longestSentence: Readonly<Record<TextLanguage, number>> = { en: 30, es: 36 }

export const lintRuleIds: readonly LintRuleId[] = [
  ...wordingRuleIds,
  ...(Object.keys(textRules) as TextRuleId[]),
]

/** A grade that must not be passed in English, points that must be reached in Spanish. */
const highestGrade = 9
const fewestPoints = 55
/** A score of a few sentences says nothing. */
const fewestWords = 100

/** The sentences of a text that are too long, with their places. */
export function longSentences(text: string, language: TextLanguage) {
  return sentencesIn(text)
    .map((sentence) => ({
      ...sentence,
      words: sentenceLength(sentence.text),
      most: longestSentence[language],
    }))
    .filter(({ words, most }) => words > most)
}

export type ReadingLevel = {
  /** English: US school grade. Spanish: points of perspicuity, from 0 (very hard) to 100. */
  readonly score: number
  /** The hardest that is meant: a grade not to be passed, or points to be reached. */
  readonly bound: number
  readonly isHard: boolean
}

/** How hard the running text of a lesson is to read; undefined when it is too short to tell. */
export function readingLevel(texts: readonly string[], language: TextLanguage): ReadingLevel | undefined {
  const { words, score } = readability(texts, language)
  if (words < fewestWords) return undefined
  return language === 'en'
    ? { score, bound: highestGrade, isHard: score > highestGrade }
    : { score, bound: fewestPoints, isHard: score < fewestPoints }
}

/** What is too hard about the running text of a lesson, in words; undefined when it reads well or is too short to tell. */
export function hardReading(texts: readonly string[], language: TextLanguage): string | undefined {
  const level = readingLevel(texts, language)
  if (!level?.isHard) return undefined
  return language === 'en'
    ? `grade ${level.score.toFixed(1)}, and at most ${level.bound} is meant`
    : `${level.score.toFixed(0)} points of perspicuity, and at least ${level.bound} are meant`
}
