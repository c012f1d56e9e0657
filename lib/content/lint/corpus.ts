import { englishClaims } from '#lib/content/lint/corpus/english-claims'
import { englishLabels } from '#lib/content/lint/corpus/english-labels'
import { englishUnseen } from '#lib/content/lint/corpus/english-unseen'
import { spanishClaims } from '#lib/content/lint/corpus/spanish-claims'
import { spanishLabels } from '#lib/content/lint/corpus/spanish-labels'
import { spanishUnseen } from '#lib/content/lint/corpus/spanish-unseen'
import {
  type Passage,
  type TextLanguage,
  type WordingRuleId,
  wordingRuleIds,
} from '#lib/domain/curriculum/wording/wording-rule'
import { invariant } from '#lib/domain/invariant'

export type LabelledSentence = {
  readonly language: TextLanguage
  readonly passage: Passage
  /** The rules that must find something; none for a harmless sentence. */
  readonly rules: readonly WordingRuleId[]
  /** Kept away from the work on the rules until the end. */
  readonly heldOut: boolean
}

const isRuleId = (name: string): name is WordingRuleId => wordingRuleIds.some((id) => id === name)

function labelled(line: string, language: TextLanguage): LabelledSentence {
  const heldOut = line.startsWith('*')
  const [label = '', text = '', place] = line
    .replace(/^\*/, '')
    .split(' | ')
    .map((cell) => cell.trim())
  const names = label === 'none' ? [] : label.split(', ')
  invariant(text !== '' && names.every(isRuleId), `a labelled sentence names rules that exist: ${line}`)
  const part = place === 'alt' ? 'alternative' : 'text'
  const passage = { text, voice: 'says', part, cited: place === 'cited', guarded: place === 'note' } as const
  return { language, passage, rules: names.filter(isRuleId), heldOut }
}

const sentences = (table: string, language: TextLanguage) =>
  table
    .trim()
    .split('\n')
    .map((line) => labelled(line.trim(), language))

/**
 * Sentences of our own with the rules that must find something in them; about half are harmless look-alikes. They lie beside
 * the linter as data, and not with the tests, since `content:check` measures itself on them and nothing imports tests.
 *
 * A line of a table: the rules, or none | the sentence | where it stands, when that is not plain text: cited (its paragraph has
 * a Cite), alt (the words for a picture), note (inside a content note). A star marks a sentence that was held out: chosen by
 * counting before the rules were measured, and its result not looked at while they were changed. The same hand wrote
 * sentences and rules, so the figures flatter; real lessons are the harder test.
 */
export const corpus: readonly LabelledSentence[] = [
  ...sentences(englishLabels, 'en'),
  ...sentences(englishClaims, 'en'),
  ...sentences(englishUnseen, 'en'),
  ...sentences(spanishLabels, 'es'),
  ...sentences(spanishClaims, 'es'),
  ...sentences(spanishUnseen, 'es'),
]
