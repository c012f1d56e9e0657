import path from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readCaseFolder } from '#lib/content/case-folder'
import { checkContent } from '#lib/content/check-content'
import { problemLine } from '#lib/content/file-problem'
import { openLessonCompiler } from '#lib/content/lesson/lesson-compiler'
import { lintContent } from '#lib/content/lint/lint-content'
import {
  encounterYaml,
  type SpanishEncounterYaml,
  spanishCaseVersionYaml,
  translateCase,
  writeCase,
} from '#tests/content/case-fixture'
import { type ContentFixture, contentFixture } from '#tests/content/module-fixture'

const compiler = openLessonCompiler()
afterAll(() => compiler.close())

let fixture: ContentFixture
beforeEach(() => {
  fixture = contentFixture()
  writeCase(fixture)
})
afterEach(() => fixture.remove())

const example = () => path.join(fixture.content, 'cases', 'example')

async function linesOf(given = example()): Promise<readonly string[]> {
  const problems = await checkContent(given, compiler)
  return problems.map((problem) => problemLine(problem, path.join(example(), 'v1', 'es')))
}

/** What is said of the translation with this change, alone and in its library. */
async function changed(change: (words: SpanishEncounterYaml) => void) {
  translateCase(fixture, change)
  const lines = await linesOf()
  expect(await linesOf(fixture.content)).toEqual(lines)
  return lines
}

test('a whole translation of a case is good, and has the points and ways of its original', async () => {
  expect(await changed(() => {})).toEqual([])
  const [version] = readCaseFolder(example(), {}).versions
  const [spanish] = version?.translations ?? []
  expect(spanish?.about.value.title).toBe('Ejemplo')
  const [first] = spanish?.encounter.value.nodes ?? []
  const original = encounterYaml().decisions[0]?.options[0]
  expect(first?.kind === 'decision' && first.options[0]).toEqual({
    ...original,
    text: 'Hacer a',
    consequence: 'Algo pasa.',
    feedback: 'Una razón.',
  })
  expect(spanish?.encounter.value.opening.patient).toEqual({
    name: 'Noor',
    age: 30,
    pronouns: 'ella',
    reason: 'Una tos',
  })
  expect(spanish?.encounter.value.debrief.referral).toEqual({
    strong: 'Muy bien.',
    weak: 'Pruebe esto.',
    sources: ['study'],
  })
})

describe('a translation of a case is refused', () => {
  const firstOf = (words: SpanishEncounterYaml) => words.decisions[0]

  test('without one of its files', async () => {
    fixture.write('cases/example/v1/es/version.yaml', spanishCaseVersionYaml())
    expect(await linesOf()).toEqual(['encounter.yaml:1:1 This file is missing. Write it.'])
  })
  test('with a node missing, one too many, or in another order', async () => {
    expect(await changed(({ endings }) => endings.pop())).toEqual([
      'encounter.yaml:11:3 The original also has c01-e02. Translate it.',
    ])
    expect(await changed(({ endings }) => endings.push({ id: 'c01-e03', scene: 'X', lesson: 'X' }))).toEqual([
      'encounter.yaml:11:3 The original has no c01-e03. Delete it.',
    ])
    expect(await changed(({ endings }) => endings.reverse())).toEqual([
      'encounter.yaml:11:3 The original has another order. Follow it.',
    ])
  })
  test('with an option missing, one too many, or in another order', async () => {
    expect(await changed((words) => firstOf(words)?.options.pop())).toEqual([
      'encounter.yaml:15:7 The original also has c. Translate it.',
    ])
    expect(
      await changed((words) =>
        firstOf(words)?.options.push({ id: 'd', text: 'X', consequence: 'X', feedback: 'X' }),
      ),
    ).toEqual(['encounter.yaml:15:7 The original has no d. Delete it.'])
    expect(await changed((words) => firstOf(words)?.options.reverse())).toEqual([
      'encounter.yaml:15:7 The original has another order. Follow it.',
    ])
  })
  test('with a part of a node missing, or one that its original has not', async () => {
    expect(await changed((words) => Reflect.deleteProperty(firstOf(words) ?? {}, 'question'))).toEqual([
      'encounter.yaml:11:5 The original also has question. Translate it.',
    ])
    const contentNote = { about: 'amenazas', gentle: 'Palabras suaves.' }
    expect(await changed((words) => Object.assign(firstOf(words) ?? {}, { contentNote }))).toEqual([
      'encounter.yaml:11:5 The original has no contentNote. Delete it.',
    ])
  })
  test('with other facts at the start', async () => {
    expect(await changed(({ opening }) => opening.known.push('Otra cosa.'))).toEqual([
      'encounter.yaml:8:5 The original has 1 of these. Translate each.',
    ])
  })
  test('with other skills in the debrief, or in another order', async () => {
    expect(await changed(({ debrief }) => Reflect.deleteProperty(debrief, 'referral'))).toEqual([
      expect.stringMatching(/^encounter\.yaml:\d+:3 The original also has referral\. Translate it\.$/),
    ])
    expect(
      await changed((words) => {
        words.debrief = Object.fromEntries(Object.entries(words.debrief).reverse())
      }),
    ).toEqual([expect.stringMatching(/The original has another order\. Follow it\.$/)])
  })
  test('with a phone number or a hidden character', async () => {
    expect(
      await changed((words) => Object.assign(firstOf(words) ?? {}, { scene: 'Llame al 800-392-3738.' })),
    ).toEqual(['encounter.yaml:12:12 A case holds no phone number. Name the service by its words.'])
    expect(await changed(({ opening }) => Object.assign(opening, { role: 'Usted\u200B.' }))).toEqual([
      'encounter.yaml:3:9 Here is a character that nobody can see. Delete it.',
    ])
    translateCase(fixture)
    const version = { ...spanishCaseVersionYaml(), summary: 'Llame al 800-392-3738.' }
    fixture.write('cases/example/v1/es/version.yaml', version)
    expect(await linesOf()).toEqual([
      'version.yaml:2:10 A case holds no phone number. Name the service by its words.',
    ])
  })
  test('with points or ways of its own', async () => {
    expect(await changed((words) => Object.assign(firstOf(words) ?? {}, { kind: 'decision' }))).toEqual([
      expect.stringMatching(/has keys that nobody knows: kind/),
    ])
  })
})

test('a translation of a case is linted by the rules of its language', async () => {
  translateCase(fixture, ({ endings }) =>
    Object.assign(endings[0] ?? {}, { lesson: 'Debe rescatar a la niña.' }),
  )
  const { blocking } = await lintContent(fixture.content, compiler)
  expect(blocking.map((problem) => problemLine(problem, example()))).toEqual([
    expect.stringMatching(/^v1\/es\/encounter\.yaml:\d+:\d+ rescue-language/),
  ])
})
