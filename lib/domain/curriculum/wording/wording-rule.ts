export const textLanguages = ['en', 'es'] as const
export type TextLanguage = (typeof textLanguages)[number]

export const wordingRuleIds = [
  'rescue-language',
  'stigma-language',
  'victim-label',
  'victim-blaming',
  'sensational-wording',
  'sensational-image',
  'missing-alternative',
  'sex-only-framing',
  'foreign-only-framing',
  'uncited-number',
  'absolute-claim',
  'missing-content-note',
  'alert-family',
  'reunite-family',
  'confront',
  'training-mandate',
  'credit-claim',
  'confidentiality-promise',
  'disclosure-price',
  'outdated-fact',
] as const
export type WordingRuleId = (typeof wordingRuleIds)[number]

/** What an author must mend or allow with a reason, and what an author should look at once more. */
export type Severity = 'blocking' | 'advisory'

/**
 * Who speaks. `says`: the course itself. `rebuttal`: the course's answer to a wrong choice. `wrong`: a choice or a column that
 * is shown as wrong. `quoted`: a block of somebody else's words.
 */
export type Voice = 'says' | 'rebuttal' | 'wrong' | 'quoted'

/** A stretch of text that stands by itself: a paragraph, a cell, an option, the words for a picture. */
export type Passage = {
  readonly text: string
  readonly voice: Voice
  /** `alternative` is what stands in for a picture; `label` is a title or heading, which need not be a sentence. */
  readonly part: 'text' | 'label' | 'alternative'
  /** Whether a source stands with it. */
  readonly cited: boolean
  /** Whether it stands inside a content note. */
  readonly guarded: boolean
}

export type Wording = {
  readonly pattern: RegExp
  /** Proposed words, in the language of the text. */
  readonly instead: string
  /** Holds even after “not”, since the words carry their own. */
  readonly evenNegated?: true
}

export type WordingRule = {
  readonly id: WordingRuleId
  readonly severity: Severity
  /** One sentence for the author. */
  readonly why: string
  /** Id in `content/sources.yaml`. */
  readonly source: string
  readonly voices: readonly Voice[]
  readonly parts: readonly Passage['part'][]
  /** Hard material is hard in quotation marks too; other rules leave quoted speech alone. */
  readonly readsQuotes?: true
  /** Passages that the rule has nothing to say about, whatever their words. */
  readonly spares?: (passage: Passage) => boolean
  readonly wordings: Readonly<Record<TextLanguage, readonly Wording[]>>
}
