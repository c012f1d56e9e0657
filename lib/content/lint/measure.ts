import type { LabelledSentence } from '#lib/content/lint/corpus'
import { wordingFindings } from '#lib/domain/curriculum/wording/find-wording'

/** Counts are of pairs of a sentence and a rule. */
export type Measure = {
  readonly sentences: number
  readonly harmless: number
  /** Share of what is found that should be found; 1 when nothing is found. */
  readonly precision: number
  /** Share of what should be found that is found; 1 when nothing should be. */
  readonly recall: number
  /** Each pair that is wrong, as `missed rule: sentence` or `needless rule: sentence`. */
  readonly mistakes: readonly string[]
}

const share = (part: number, whole: number) => (whole === 0 ? 1 : part / whole)

/** How well the rules find what the labels say, and nothing else. */
export function measureLinter(sentences: readonly LabelledSentence[]): Measure {
  let right = 0
  const missed: string[] = []
  const needless: string[] = []
  for (const { passage, language, rules } of sentences) {
    const found = new Set(wordingFindings(passage, language).map(({ rule }) => rule.id))
    right += rules.filter((id) => found.has(id)).length
    missed.push(...rules.filter((id) => !found.has(id)).map((id) => `missed ${id}: ${passage.text}`))
    needless.push(
      ...[...found].filter((id) => !rules.includes(id)).map((id) => `needless ${id}: ${passage.text}`),
    )
  }
  return {
    sentences: sentences.length,
    harmless: sentences.filter(({ rules }) => rules.length === 0).length,
    precision: share(right, right + needless.length),
    recall: share(right, right + missed.length),
    mistakes: [...missed, ...needless],
  }
}
