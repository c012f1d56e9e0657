import { z } from 'zod'
import { type WordingFinding, wordingFindings } from '#lib/domain/curriculum/wording/find-wording'
import { runningText } from '#lib/domain/curriculum/wording/readability'
import {
  hardReading,
  type LintRuleId,
  lintRuleIds,
  longSentences,
  textRules,
} from '#lib/domain/curriculum/wording/text-rules'
import type { Passage, Severity, TextLanguage } from '#lib/domain/curriculum/wording/wording-rule'

/** The words of a text without their places: what a worker reads. */
export type Words = {
  readonly language: TextLanguage
  readonly kind: 'lesson' | 'item' | 'about'
  readonly passages: readonly Passage[]
}

export type FoundWords = {
  readonly rule: LintRuleId
  readonly severity: Severity
  /** The sentence around what was found; empty when the finding is about the whole text. */
  readonly sentence: string
  /** Index of the passage, and the offset in it, in UTF-16 units. */
  readonly passage: number
  readonly at: number
  readonly message: string
}

const found = z.strictObject({
  rule: z.enum(lintRuleIds),
  severity: z.enum(['blocking', 'advisory']),
  sentence: z.string(),
  passage: z.int().min(0),
  at: z.int().min(0),
  message: z.string(),
})

/** What comes from a worker is checked here once more. */
export const wordsFoundAnswer = (value: unknown): readonly FoundWords[] => z.array(found).parse(value)

const told = ({ rule, words, instead }: WordingFinding) =>
  `${rule.id}: “${words}”. ${rule.why} Instead: ${instead}. (Source: ${rule.source})`

/** A figure that stands with its source elsewhere in the same lesson may be named again. */
function isCitedNearby({ rule, words }: WordingFinding, passages: readonly Passage[]): boolean {
  const figure = /\d[\d.,]*/.exec(words)?.[0]
  return (
    rule.id === 'uncited-number' &&
    figure !== undefined &&
    passages.some(({ cited, text }) => cited && text.includes(figure))
  )
}

/** While somebody writes, one passage changes and the others are asked about again and again. */
const remembered = new Map<string, readonly WordingFinding[]>()
const mostRemembered = 2000

function wordingOf(passage: Passage, language: TextLanguage): readonly WordingFinding[] {
  const { text, voice, part, cited, guarded } = passage
  const key = JSON.stringify([language, voice, part, cited, guarded, text])
  const known = remembered.get(key)
  if (known) return known
  const found = wordingFindings(passage, language)
  if (remembered.size >= mostRemembered) remembered.clear()
  remembered.set(key, found)
  return found
}

function passageFindings({ language, passages }: Words): readonly FoundWords[] {
  return passages.flatMap((passage, index) =>
    wordingOf(passage, language)
      .filter((finding) => !isCitedNearby(finding, passages))
      .map((finding) => ({
        rule: finding.rule.id,
        severity: finding.rule.severity,
        sentence: finding.sentence,
        passage: index,
        at: finding.at,
        message: told(finding),
      })),
  )
}

function longFindings({ language, passages }: Words): readonly FoundWords[] {
  const { severity, why, source } = textRules['long-sentence']
  return passages.flatMap((passage, index) =>
    longSentences(passage.text, language).map(({ at, text, words, most }) => ({
      rule: 'long-sentence' as const,
      severity,
      sentence: text,
      passage: index,
      at,
      message: `long-sentence: ${words} words. ${why} Instead: two sentences, of at most ${most} words. (Source: ${source[language]})`,
    })),
  )
}

function readingFindings({ language, kind, passages }: Words): readonly FoundWords[] {
  const hard = kind === 'lesson' ? hardReading(runningText(passages), language) : undefined
  if (passages.length === 0 || hard === undefined) return []
  const { severity, why, source } = textRules['reading-level']
  const message = `reading-level: ${hard}. ${why} Instead: shorter sentences and everyday words. (Source: ${source[language]})`
  return [{ rule: 'reading-level', severity, sentence: '', passage: 0, at: 0, message }]
}

/** Everything that the rules find in the words of one text, in the order of the text for each kind of rule. */
export const wordsFound = (words: Words): readonly FoundWords[] => [
  ...passageFindings(words),
  ...longFindings(words),
  ...readingFindings(words),
]
