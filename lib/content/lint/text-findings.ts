import type { FileProblem } from '#lib/content/file-problem'
import type { LintPassage, LintText } from '#lib/content/lint/lint-text'
import { type WordingFinding, wordingFindings } from '#lib/domain/curriculum/wording/find-wording'
import { moduleLeans } from '#lib/domain/curriculum/wording/module-balance'
import { runningText } from '#lib/domain/curriculum/wording/readability'
import {
  hardReading,
  type LintRuleId,
  longSentences,
  textRules,
} from '#lib/domain/curriculum/wording/text-rules'
import type { Passage, Severity, TextLanguage } from '#lib/domain/curriculum/wording/wording-rule'

export type LintFinding = {
  /** Of the lesson, item or module in which it stands. */
  readonly in: string
  readonly rule: LintRuleId
  readonly severity: Severity
  /** The sentence around what was found; empty when the finding is about the whole text. */
  readonly sentence: string
  readonly problem: FileProblem
}

const told = ({ rule, words, instead }: WordingFinding) =>
  `${rule.id}: “${words}”. ${rule.why} Instead: ${instead}. (Source: ${rule.source})`

/** A figure that stands with its source elsewhere in the same lesson may be named again. */
function isCitedNearby({ rule, words }: WordingFinding, passages: readonly LintPassage[]): boolean {
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

function passageFindings({ id, language, passages }: LintText): readonly LintFinding[] {
  return passages.flatMap((passage) =>
    wordingOf(passage, language)
      .filter((finding) => !isCitedNearby(finding, passages))
      .map((finding) => ({
        in: id,
        rule: finding.rule.id,
        severity: finding.rule.severity,
        sentence: finding.sentence,
        problem: passage.problemAt(finding.at, told(finding)),
      })),
  )
}

function longFindings({ id, language, passages }: LintText): readonly LintFinding[] {
  const { severity, why, source } = textRules['long-sentence']
  return passages.flatMap((passage) =>
    longSentences(passage.text, language).map(({ at, text, words, most }) => ({
      in: id,
      rule: 'long-sentence' as const,
      severity,
      sentence: text,
      problem: passage.problemAt(
        at,
        `long-sentence: ${words} words. ${why} Instead: two sentences, of at most ${most} words. (Source: ${source[language]})`,
      ),
    })),
  )
}

function readingFindings({ id, language, kind, passages }: LintText): readonly LintFinding[] {
  const [first] = passages
  const hard = kind === 'lesson' ? hardReading(runningText(passages), language) : undefined
  if (!first || hard === undefined) return []
  const { severity, why, source } = textRules['reading-level']
  const message = `reading-level: ${hard}. ${why} Instead: shorter sentences and everyday words. (Source: ${source[language]})`
  return [{ in: id, rule: 'reading-level', severity, sentence: '', problem: first.problemAt(0, message) }]
}

/** Everything that the rules find in one text, in the order of the text for each kind of rule. */
export const textFindings = (text: LintText): readonly LintFinding[] => [
  ...passageFindings(text),
  ...longFindings(text),
  ...readingFindings(text),
]

/** What the texts of one module in one language say together; told where the first of them begins. */
export function moduleFindings(id: string, texts: readonly LintText[]): readonly LintFinding[] {
  const [about] = texts
  const first = about?.passages[0]
  if (!about || !first) return []
  const words = texts.flatMap(({ passages }) => passages.map(({ text }) => text))
  return moduleLeans(words, about.language).map((rule) => {
    const { severity, why, source } = textRules[rule]
    const message = `${rule}: ${why} Instead: name the other side too, or allow it with the reason. (Source: ${source[about.language]})`
    return { in: id, rule, severity, sentence: '', problem: first.problemAt(0, message) }
  })
}
