import { expect, test } from 'vitest'
import { corpus, type LabelledSentence } from '#lib/content/lint/corpus'
import { measureLinter } from '#lib/content/lint/measure'
import { textLanguages, wordingRuleIds } from '#lib/domain/curriculum/wording/wording-rule'

/** The figures are printed, so that a change of rules shows what it gained and lost. */
function print(name: string, sentences: readonly LabelledSentence[]) {
  const { precision, recall, harmless } = measureLinter(sentences)
  process.stdout.write(
    `linter, ${name}: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, ${sentences.length} sentences, ${harmless} harmless\n`,
  )
  return { precision, recall }
}

test('the linter finds 85 of 100 faults in the labelled sentences, and 90 of 100 findings are faults', () => {
  const { precision, recall } = print('all', corpus)
  expect(precision).toBeGreaterThanOrEqual(0.9)
  expect(recall).toBeGreaterThanOrEqual(0.85)
})

test.each(textLanguages)('so it does in %s alone', (language) => {
  const { precision, recall } = print(
    language,
    corpus.filter((sentence) => sentence.language === language),
  )
  expect(precision).toBeGreaterThanOrEqual(0.9)
  expect(recall).toBeGreaterThanOrEqual(0.85)
})

test('and in the sentences that no rule was fitted to', () => {
  const heldOut = corpus.filter((sentence) => sentence.heldOut)
  expect(heldOut.length).toBeGreaterThanOrEqual(corpus.length / 3)
  const { precision, recall } = print('held out', heldOut)
  expect(precision).toBeGreaterThanOrEqual(0.9)
  expect(recall).toBeGreaterThanOrEqual(0.85)
})

test('the labelled sentences are many, each once, in both languages, and about half of them are harmless', () => {
  expect(corpus.length).toBeGreaterThanOrEqual(240)
  expect(new Set(corpus.map(({ passage }) => JSON.stringify(passage))).size).toBe(corpus.length)
  for (const language of textLanguages) {
    const spoken = corpus.filter((sentence) => sentence.language === language)
    const harmless = spoken.filter(({ rules }) => rules.length === 0).length
    expect(harmless / spoken.length).toBeGreaterThan(0.45)
    expect(harmless / spoken.length).toBeLessThan(0.55)
  }
})

test.each(textLanguages)('every rule has a sentence that it must find in %s', (language) => {
  const named = new Set(
    corpus.filter((sentence) => sentence.language === language).flatMap(({ rules }) => rules),
  )
  expect(wordingRuleIds.filter((id) => !named.has(id))).toEqual([])
})
