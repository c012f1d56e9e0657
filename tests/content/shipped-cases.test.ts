import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { caseFolders, readCaseFolder } from '#lib/content/case-folder'
import type { EncounterFile, OptionEntry } from '#lib/content/case-schema'
import { readRegisters, registerIds } from '#lib/content/registers'
import { walksOf, wordsRead } from '#tests/content/case-walks'

const content = path.resolve('content')
const registers = registerIds(readRegisters(content))
const cases = caseFolders(content).flatMap((folder) => {
  const { versions } = readCaseFolder(folder, registers)
  return versions.slice(-1)
})
const decisionsOf = (encounters: readonly EncounterFile[]) =>
  encounters.flatMap(({ nodes }) => nodes.flatMap((node) => (node.kind === 'decision' ? [node] : [])))
const inEnglish = decisionsOf(cases.map(({ encounter }) => encounter))
const inSpanish = decisionsOf(
  cases.flatMap(({ translations }) => translations.map(({ encounter }) => encounter.value)),
)
const isGood = ({ judgment }: OptionEntry) => judgment === 'good'

const wordsPerMinute = 190
/** What it takes to weigh the options of a decision, beyond reading them. */
const minutesPerDecision = 0.25

test('four cases are shipped, with the ids that they will keep', () => {
  expect(cases.map(({ about }) => about.id).sort()).toEqual(['c01', 'c02', 'c03', 'c04'])
})

describe.each(cases)('$about.title', ({ about, version, encounter, translations }) => {
  const goodWalks = walksOf(encounter, isGood)

  test('can be played well in many ways, which end differently and score the same', () => {
    expect(goodWalks.length).toBeGreaterThanOrEqual(100)
    expect(new Set(goodWalks.map(({ endingId }) => endingId)).size).toBeGreaterThanOrEqual(2)
    expect(new Set(goodWalks.map(({ steps }) => steps.length)).size).toBe(1)
  })
  test('takes about the minutes that it says', () => {
    const minutes = goodWalks.map(
      (walk) => wordsRead(encounter, walk) / wordsPerMinute + walk.steps.length * minutesPerDecision,
    )
    expect(Math.max(...minutes)).toBeLessThanOrEqual(about.minutes)
    expect(Math.min(...minutes)).toBeGreaterThanOrEqual(about.minutes - 2)
  })
  test('says honestly who reviewed it', () => {
    expect(version.reviewers.length > 0 || /still to come/.test(version.reviewNote)).toBe(true)
  })
  test('speaks Spanish too, and says as honestly who reviewed that', () => {
    expect(translations.map(({ language }) => language)).toEqual(['es'])
    for (const { reviewers, reviewNote } of translations.map(({ about: words }) => words.value)) {
      expect(reviewers.length > 0 || /Todavía no la ha revisado/.test(reviewNote)).toBe(true)
    }
  })
})

describe.each([
  { language: 'English', decisions: inEnglish },
  { language: 'Spanish', decisions: inSpanish },
])('a good option in $language cannot be guessed', ({ decisions }) => {
  /** How many decisions it would be right in to choose like this, and how many by chance. */
  const hits = (choose: (options: readonly OptionEntry[]) => OptionEntry | undefined) =>
    decisions.filter(({ options }) => choose(options)?.judgment === 'good').length
  const byChance = decisions.reduce(
    (sum, { options }) => sum + options.filter(isGood).length / options.length,
    0,
  )
  const byLength = (options: readonly OptionEntry[]) =>
    [...options].sort((a, b) => a.text.length - b.text.length)

  test('by its length', () => {
    expect(hits((options) => byLength(options).at(-1))).toBeLessThanOrEqual(byChance)
    expect(hits((options) => byLength(options).at(0))).toBeLessThanOrEqual(byChance)
  })
  test('by its place', () => {
    for (const place of [0, 1, -1]) {
      expect(hits((options) => options.at(place))).toBeLessThanOrEqual(byChance * 1.2)
    }
  })
})
