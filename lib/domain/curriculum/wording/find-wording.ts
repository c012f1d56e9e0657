import { wordingRules } from '#lib/domain/curriculum/wording/rules'
import { isTurned } from '#lib/domain/curriculum/wording/sense'
import { ownWords, type Sentence, sentencesIn } from '#lib/domain/curriculum/wording/sentences'
import type { Passage, TextLanguage, Wording, WordingRule } from '#lib/domain/curriculum/wording/wording-rule'

export type WordingFinding = {
  readonly rule: WordingRule
  /** Offset in the passage, in UTF-16 units. */
  readonly at: number
  /** The words that were found, as the author wrote them. */
  readonly words: string
  /** The sentence around them. */
  readonly sentence: string
  readonly instead: string
}

type Found = { readonly at: number; readonly end: number; readonly instead: string }

function firstMatch(sentence: string, wording: Wording, language: TextLanguage): Found | undefined {
  // Most sentences hold none, and to look for all of them copies the pattern.
  if (sentence.search(wording.pattern) < 0) return undefined
  for (const match of sentence.matchAll(wording.pattern)) {
    const found = { at: match.index, end: match.index + match[0].length, instead: wording.instead }
    if (wording.evenNegated || !isTurned(sentence, found.at, found.end, language)) return found
  }
  return undefined
}

/** The place where a rule first strikes a sentence; one finding for each rule and sentence is enough. */
function strike({ text }: Sentence, rule: WordingRule, language: TextLanguage): Found | undefined {
  const found = rule.wordings[language].flatMap((wording) => firstMatch(text, wording, language) ?? [])
  return found.sort((a, b) => a.at - b.at)[0]
}

const appliesTo = (rule: WordingRule, passage: Passage) =>
  rule.voices.includes(passage.voice) && rule.parts.includes(passage.part) && rule.spares?.(passage) !== true

/**
 * What the rules find in one passage, in the order of the rules. Quoted speech, terms of art, what is advised against and what
 * is shown as wrong are no findings.
 */
export function wordingFindings(passage: Passage, language: TextLanguage): readonly WordingFinding[] {
  const { text } = passage
  const whole = sentencesIn(text)
  const own = sentencesIn(ownWords(text, language))
  return wordingRules
    .filter((rule) => appliesTo(rule, passage))
    .flatMap((rule) =>
      (rule.readsQuotes ? whole : own).flatMap((sentence) => {
        const found = strike(sentence, rule, language)
        if (!found) return []
        const at = sentence.at + found.at
        return {
          rule,
          at,
          words: text.slice(at, sentence.at + found.end),
          sentence: text.slice(sentence.at, sentence.at + sentence.text.length),
          instead: found.instead,
        }
      }),
    )
}
