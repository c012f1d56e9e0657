import type { FileProblem } from '#lib/content/file-problem'
import type { LintText } from '#lib/content/lint/lint-text'
import type { FoundWords } from '#lib/content/lint/words-found'
import { moduleLeans } from '#lib/domain/curriculum/wording/module-balance'
import { type LintRuleId, textRules } from '#lib/domain/curriculum/wording/text-rules'
import type { Severity } from '#lib/domain/curriculum/wording/wording-rule'

export type LintFinding = {
  /** Of the lesson, item or module in which it stands. */
  readonly in: string
  readonly rule: LintRuleId
  readonly severity: Severity
  /** The sentence around what was found; empty when the finding is about the whole text. */
  readonly sentence: string
  readonly problem: FileProblem
}

/** What was found in the words of a text, each with its place in the file. */
export const textFindings = (
  { id, passages }: LintText,
  found: readonly FoundWords[],
): readonly LintFinding[] =>
  found.flatMap(({ passage, at, message, ...finding }) => {
    const place = passages[passage]
    return place ? [{ in: id, ...finding, problem: place.problemAt(at, message) }] : []
  })

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
