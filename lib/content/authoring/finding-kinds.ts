import { type Kind, kind } from '#lib/content/authoring/finding-kind'
import { kindsOfTexts } from '#lib/content/authoring/finding-kinds-of-texts'
import type { GateId } from '#lib/domain/authoring/gates'
import type { LintRuleId } from '#lib/domain/curriculum/wording/text-rules'

/**
 * What the pipeline says, by the beginning of its sentence. A sentence that stands here is told to authors in their own
 * language; any other is shown as it is, at the gate of its file.
 */
const kinds: readonly Kind[] = [
  kind('files', 'still-to-write', /^Here still stands/),
  kind('files', 'file-missing', /^This file is missing/),
  kind('files', 'lesson-file-missing', /^There is no file “(?<name>[^”]+)”/),
  kind('files', 'lesson-missing', /^There is no such lesson file/),
  kind('files', 'lesson-unlisted', /^lessons\/(?<name>\S+) is not listed here/),
  kind('files', 'lessons-too-few', /^“lessons”: Too small/),
  kind('objectives-taught', 'objective-untaught', /^No lesson teaches objective “(?<id>[^”]+)”/),
  kind('objectives-taught', 'objective-unknown', /^There is no objective “(?<id>[^”]+)”/),
  kind('objectives-taught', 'objective-unknown', /^There is no “(?<id>[^”]+)” among the objectives/),
  kind('objectives-tested', 'bank-small', /^The bank has (?<has>\d+) items; write at least (?<least>\d+)/),
  kind(
    'objectives-tested',
    'draw-large',
    /^An attempt draws (?<draw>\d+) items, but the bank has (?<has>\d+)/,
  ),
  kind('objectives-tested', 'must-pass-missing', /^No item has mustPass/),
  kind(
    'objectives-tested',
    'objective-untested',
    /^Objective “(?<id>[^”]+)” has (?<has>\d+) items; write at least (?<least>\d+)/,
  ),
  kind(
    'objectives-tested',
    'blueprint-sum',
    /^The blueprint asks (?<sum>\d+) items in all, and draw is (?<draw>\d+)/,
  ),
  kind(
    'objectives-tested',
    'blueprint-short',
    /^Objective “(?<id>[^”]+)” asks (?<asked>\d+), has (?<ready>\d+) ready/,
  ),
  kind('quiz', 'one-right', /^Exactly one option is correct; here (?<has>\d+) are/),
  kind('quiz', 'several-right', /^Two or more options are correct, and one or more is not/),
  kind('quiz', 'options-alike', /^Two options say the same/),
  kind('quiz', 'order-shown', /^As written, or begun at another entry/),
  kind('sources', 'source-unknown', /^There is no source “(?<id>[^”]+)”/),
  kind('sources', 'source-unknown', /^There is no “(?<id>[^”]+)” in sources\.yaml/),
  kind('contacts', 'contact-unknown', /^There is no “(?<id>[^”]+)” in contacts\.yaml/),
  kind('contacts', 'phone-number', /phone number/),
  kind('alternative-text', 'alternative-needed', /^<Figure> needs alt=/),
  kind('size', 'lesson-large', /^The lesson (?:has|is larger than) \d+ bytes/),
  kind('size', 'lesson-large', /^The lesson is larger than/),
  kind('size', 'lesson-slow', /^Reading this lesson takes too/),
  kind('size', 'file-large', /^This file is too large/),
  kind('size', 'picture-large', /^The picture has (?<bytes>\d+) bytes; make it (?<most>\d+) or smaller/),
  kind('translation', 'lesson-untranslated', /^This lesson is not translated yet/),
  kind('translation', 'translation-surplus', /^The original has no/),
  kind('translation', 'translation-incomplete', /^The original also has/),
  kind('translation', 'translation-unlike', /^The lesson is built otherwise than its original/),
  kind('case-graph', 'node-unreachable', /^Nobody can reach this node/),
  kind('case-graph', 'node-circle', /^This node leads back to itself/),
  kind('case-graph', 'node-unknown', /^There is no such node/),
  kind('case-graph', 'no-good-option', /^No option is good/),
  kind('case-graph', 'one-good-way', /^Only one way through is good/),
  kind('case-graph', 'poor-choice-ends', /^A single poor choice ends here/),
  kind('case-graph', 'good-choices-end-badly', /^Good choices alone lead to this ending/),
  ...kindsOfTexts,
]

/**
 * The gate of each wording rule. What endangers people (section 2 of the domain file) is a gate of its own, which blocks; so does
 * what shames them. What a count finds, and a word that is right in the mouth of the law, only advises.
 */
const gateOfRule: Readonly<Record<LintRuleId | 'unused-allowance', GateId>> = {
  'alert-family': 'dangerous-statements',
  'reunite-family': 'dangerous-statements',
  confront: 'dangerous-statements',
  'rescue-language': 'dangerous-statements',
  'confidentiality-promise': 'dangerous-statements',
  'disclosure-price': 'dangerous-statements',
  'training-mandate': 'dangerous-statements',
  'credit-claim': 'dangerous-statements',
  'outdated-fact': 'dangerous-statements',
  'absolute-claim': 'dangerous-statements',
  'stigma-language': 'respectful-words',
  'victim-blaming': 'respectful-words',
  'sensational-wording': 'respectful-words',
  'sex-only-framing': 'respectful-words',
  'foreign-only-framing': 'respectful-words',
  'missing-content-note': 'respectful-words',
  'sensational-image': 'alternative-text',
  'missing-alternative': 'alternative-text',
  'uncited-number': 'sources',
  'victim-label': 'plain-words',
  'reading-level': 'plain-words',
  'long-sentence': 'plain-words',
  'sex-only-module': 'plain-words',
  'foreign-only-module': 'plain-words',
  'unused-allowance': 'plain-words',
}

const lintCodes = Object.keys(gateOfRule)
export const findingCodes = [
  ...new Set([...kinds.map(({ code }) => code), ...lintCodes]),
  'lesson-uncited',
  'translation-left-out',
  'translation-older',
]

const ruleSentence =
  /^(?<rule>[a-z-]+): (?:“(?<words>[^”]*)”)?.*?(?: Instead: (?<instead>.+?)\.(?: \(Source: [a-z0-9-]+\))?)?$/s

const ruleOf = (rule: string | undefined) =>
  rule !== undefined && Object.hasOwn(gateOfRule, rule) ? (rule as keyof typeof gateOfRule) : undefined

const given = (groups: Record<string, string | undefined> | undefined): Record<string, string> =>
  Object.fromEntries(Object.entries(groups ?? {}).flatMap(([name, value]) => (value ? [[name, value]] : [])))

function gateOfFile(file: string): GateId {
  if (/\/(?:en|es)\//.test(file)) return 'translation'
  if (file.endsWith('.mdx')) return 'lessons'
  if (file.endsWith('/quiz.yaml')) return 'quiz'
  return file.endsWith('/encounter.yaml') ? 'case-graph' : 'files'
}

export type FindingKind = {
  readonly gate: GateId
  readonly code: string | null
  readonly values: Readonly<Record<string, string>>
}

/** The gate that a sentence of the pipeline belongs to, and what it says. */
export function findingKind(file: string, message: string): FindingKind {
  const told = ruleSentence.exec(message)
  const rule = ruleOf(told?.groups?.['rule'])
  if (rule) {
    const { rule: _, ...values } = given(told?.groups)
    return { gate: gateOfRule[rule], code: rule, values: { words: '', instead: '', ...values } }
  }
  const found = kinds.find(({ says }) => says.test(message))
  if (!found) return { gate: gateOfFile(file), code: null, values: {} }
  const { code, says } = found
  return { gate: gateOf(found, file), code, values: given(says.exec(message)?.groups) }
}

/** An objective that nobody knows is the quiz's matter where the quiz names it. */
const gateOf = ({ gate, code }: Kind, file: string): GateId =>
  code === 'objective-unknown' && file.endsWith('/quiz.yaml')
    ? 'objectives-tested'
    : (gate ?? gateOfFile(file))
