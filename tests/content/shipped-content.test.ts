import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkContent } from '#lib/content/check-content'
import { contentSummary } from '#lib/content/content-summary'
import { problemLine } from '#lib/content/file-problem'
import { openLessonCompiler } from '#lib/content/lesson/lesson-compiler'
import { lintContent } from '#lib/content/lint/lint-content'
import { moduleFolders } from '#lib/content/module-folder'
import { type PublishableVersion, publishableModule } from '#lib/content/publishable-module'
import { readRegisters } from '#lib/content/registers'
import { readTracks } from '#lib/content/track-files'
import { itemKinds } from '#lib/domain/curriculum/item-kind'
import { citedSourceIds, componentsNamed, contactIds } from '#lib/domain/curriculum/lesson-tree'
import type { ItemKey, ShownItem } from '#lib/domain/curriculum/module'
import { type Choice, checkChoices, otherItems, quizChoices } from '#tests/content/shipped-texts'

const content = path.resolve('content')
const registers = readRegisters(content)
const folders = moduleFolders(content)
const compiler = openLessonCompiler()
const versions: PublishableVersion[] = []

beforeAll(async () => {
  for (const folder of folders) {
    const result = await publishableModule(folder, registers, compiler)
    if (!result.ok) throw new Error(result.refusal.map((problem) => problemLine(problem, content)).join('\n'))
    versions.push(...result.value)
  }
})
afterAll(() => compiler.close())

const lessons = () => versions.flatMap((version) => version.lessons)
const share = (choices: readonly Choice[], is: (choice: Choice) => boolean) =>
  choices.filter(is).length / Math.max(1, choices.length)

describe('what is shipped', () => {
  test('has no problem in any file', async () => {
    const problems = await checkContent(content, compiler)
    expect(problems.map((problem) => problemLine(problem, content))).toEqual([])
  })
  test('is seen by an author as it is published', async () => {
    const seen: string[] = []
    for (const folder of folders) {
      const [file = ''] = readdirSync(path.join(folder, 'v1', 'lessons')).filter((name) =>
        name.endsWith('.mdx'),
      )
      const source = readFileSync(path.join(folder, 'v1', 'lessons', file), 'utf8')
      const preview = await compiler.preview(source, {}, 'en')
      seen.push(preview.ok ? preview.value.lesson.hash : `refused: ${file}`)
    }
    const published = lessons().map(({ hash }) => hash)
    expect(seen.filter((hash) => !published.includes(hash))).toEqual([])
  })
  test('is at least the three modules of the track Foundations, in their order', () => {
    const { tracks } = readTracks(
      content,
      versions.map(({ moduleId }) => moduleId),
    )
    expect(tracks.find(({ id }) => id === 'foundations')?.modules).toEqual(['m07', 'm08', 'm10'])
  })
  test('takes as long as was planned, cases included', () => {
    const minutes = contentSummary(content).filter((line) => line.includes(' minutes in '))
    expect(minutes).toEqual([
      expect.stringMatching(/^All staff: 1(0[3-9]|1[0-3]) minutes in 10 modules$/),
      expect.stringMatching(/^Clinical staff: 1(8[5-9]|9[0-5]) minutes in 14 modules and 4 cases$/),
      expect.stringMatching(/^Foundations: /),
      expect.stringMatching(/^Renewal: 3\d minutes /),
    ])
  })
  test('has 3 or more lessons a module, of 3 to 6 minutes each, that add up to its minutes', () => {
    for (const { minutes, lessons: parts } of versions) {
      expect(parts.length).toBeGreaterThanOrEqual(3)
      expect(parts.filter((lesson) => lesson.minutes < 3 || lesson.minutes > 6)).toEqual([])
      expect(parts.reduce((sum, lesson) => sum + lesson.minutes, 0)).toBe(minutes)
    }
  })
  test('teaches each objective in a lesson with a check, and tests it four times or more', () => {
    for (const { objectives, lessons: parts, items } of versions) {
      const checked = parts.flatMap(({ tree }) =>
        componentsNamed(tree, 'Check').map(({ props }) => props.objective),
      )
      const untaught = objectives.filter(({ id }) => !checked.includes(id))
      expect(untaught).toEqual([])
      const counts = objectives.map(({ id }) => items.filter(({ objectiveId }) => objectiveId === id).length)
      expect(Math.min(...counts)).toBeGreaterThanOrEqual(4)
    }
  })
  test('rests on sources in every lesson, and on each source that a lesson lists', () => {
    for (const { id, sources, tree } of lessons()) {
      expect({ id, sources: [...sources].sort() }).toEqual({ id, sources: [...citedSourceIds(tree)].sort() })
      expect(sources.length).toBeGreaterThan(0)
    }
  })
  test('shows contacts that have a source and a day on which they were checked', () => {
    const shown = new Set(lessons().flatMap(({ tree }) => contactIds(tree)))
    const known = registers.contacts?.filter(({ id }) => shown.has(id)) ?? []
    expect(known.filter(({ checkedOn, source }) => checkedOn === '' || source === '')).toEqual([])
    expect(known).toHaveLength(shown.size)
  })
  test('says honestly who reviewed it', () => {
    const silent = versions.filter(
      ({ reviewers, reviewNote }) => reviewers.length === 0 && !/still to come|not yet/i.test(reviewNote),
    )
    expect(silent.map(({ moduleId }) => moduleId)).toEqual([])
  })
})

test('nothing in it is worded dangerously, and nothing is allowed without need', async () => {
  const { blocking } = await lintContent(content, compiler)
  expect(blocking.map((problem) => problemLine(problem, content))).toEqual([])
})

describe('the right answer cannot be guessed', () => {
  const isLongest = ({ lengths, correct }: Choice) => lengths[correct] === Math.max(...lengths)
  const isShortest = ({ lengths, correct }: Choice) => lengths[correct] === Math.min(...lengths)

  test('by its place or length in a quiz', () => {
    for (const version of versions) {
      const choices = quizChoices(version)
      for (const place of [0, 1, 2, 3]) {
        expect(share(choices, ({ correct }) => correct === place)).toBeLessThanOrEqual(0.4)
      }
      expect(share(choices, isLongest)).toBeLessThanOrEqual(0.4)
      expect(share(choices, isShortest)).toBeLessThanOrEqual(0.4)
    }
  })
  test('by length where several options are right, nor by their number or places', () => {
    const sets = versions.flatMap(otherItems).filter(({ item }) => item.kind === 'multiple')
    const longest = sets.filter(({ item, right }) => {
      const byLength = item.options.toSorted((a, b) => b.text.length - a.text.length)
      return byLength.slice(0, right.length).every(({ id }) => right.includes(id))
    })
    const first = sets.filter(
      ({ right }) => right.join() === ['a', 'b', 'c', 'd', 'e'].slice(0, right.length).join(),
    )
    expect(sets.length).toBeGreaterThanOrEqual(3)
    expect(longest.length / sets.length).toBeLessThanOrEqual(0.5)
    expect(first).toEqual([])
  })
  test('by letters that follow one another in an order or in pairs', () => {
    const lettersOf = (right: readonly string[]) => right.map((part) => part.slice(-1))
    const guessable = versions
      .flatMap(otherItems)
      .filter(({ item }) => item.kind !== 'multiple')
      .filter(({ right }) => lettersOf(right).join() === lettersOf(right).toSorted().join())
    expect(guessable.map(({ item }) => item.id)).toEqual([])
  })
  test('by its place or length in the checks of a module', () => {
    for (const { lessons: parts } of versions) {
      const choices = parts.flatMap(checkChoices)
      for (const place of [0, 1, 2, 3]) {
        expect(share(choices, ({ correct }) => correct === place)).toBeLessThanOrEqual(0.6)
      }
      expect(share(choices, isLongest)).toBeLessThanOrEqual(0.6)
    }
  })
})

test('every kind of item is asked somewhere, and one text is shared by a set', () => {
  expect(new Set(versions.flatMap(({ items }) => items.map(({ kind }) => kind)))).toEqual(new Set(itemKinds))
  expect(versions.flatMap(({ vignettes }) => vignettes).length).toBeGreaterThan(0)
})

test('every option of an item is explained, or the prompt that it goes with, in both languages', () => {
  for (const { items, keys, translations } of versions) {
    for (const rationales of [keys, ...translations.map((each) => each.rationales)]) {
      expect(items.flatMap((item, index) => unexplained(item, keys[index], rationales[index]))).toEqual([])
    }
  }
})

function unexplained(
  { id, prompts, options }: ShownItem,
  key?: ItemKey,
  given?: Pick<ItemKey, 'rationales'>,
) {
  const matched = prompts.length > 0 ? key?.correctOptionIds.map((pair) => pair.slice(-1)) : []
  return [...prompts, ...options]
    .filter((part) => !(matched?.includes(part.id) || given?.rationales[part.id]))
    .map((part) => `${id} ${part.id}`)
}

test('what a learner sees of a quiz does not tell what is right', () => {
  const shown = JSON.stringify(versions.map(({ items }) => items))
  expect(shown).not.toMatch(/correct|rationale/i)
})
