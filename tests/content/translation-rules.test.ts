import path from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { checkContent } from '#lib/content/check-content'
import { problemLine } from '#lib/content/file-problem'
import { openLessonCompiler } from '#lib/content/lesson/lesson-compiler'
import { publishableModule } from '#lib/content/publishable-module'
import { readRegisters } from '#lib/content/registers'
import {
  type ContentFixture,
  contentFixture,
  spanishQuizYaml,
  spanishVersionYaml,
} from '#tests/content/module-fixture'

const compiler = openLessonCompiler()
let fixture: ContentFixture
beforeEach(() => {
  fixture = contentFixture()
  fixture.translate()
})
afterEach(() => fixture.remove())
afterAll(() => compiler.close())

const folder = 'modules/example/v1/es'

async function problems(): Promise<string[]> {
  const found = await checkContent(fixture.module, compiler)
  return found.map((problem) => problemLine(problem, path.join(fixture.content, folder)))
}

test('a whole translation is good, and is published with its version', async () => {
  expect(await problems()).toEqual([])
  const read = await publishableModule(fixture.module, readRegisters(fixture.content), compiler)
  const translation = read.ok ? read.value[0]?.translations[0] : undefined
  expect(translation).toMatchObject({
    language: 'es',
    title: 'Ejemplo',
    lessons: [{ id: 'm01-l1', title: 'Parte 1' }, { id: 'm01-l2' }, { id: 'm01-l3' }],
  })
  expect(translation?.items).toHaveLength(12)
  expect(translation?.rationales[3]).toEqual({
    itemId: 'm01-q3',
    rationales: { a: 'Razón a', b: 'Razón b', c: 'Razón c', d: 'Razón d' },
  })
  expect(JSON.stringify(translation?.items)).not.toMatch(/Razón|correct/)
})

describe('a translation is refused', () => {
  test('with a lesson that is missing, or one too many', async () => {
    fixture.remove()
    fixture = contentFixture()
    fixture.write(`${folder}/version.yaml`, spanishVersionYaml())
    fixture.write(`${folder}/quiz.yaml`, spanishQuizYaml())
    fixture.write(`${folder}/lessons/part-1.mdx`, '## Parte 1\n\nPalabras. <Cite id="study" />\n')
    fixture.write(`${folder}/lessons/part-9.mdx`, '## Parte 9\n')
    expect(await problems()).toEqual(
      expect.arrayContaining([
        'lessons/part-2.mdx:1:1 This lesson is not translated yet.',
        'lessons/part-9.mdx:1:1 The original has no such lesson. Delete it.',
      ]),
    )
  })

  test('with other lessons, objectives or items than the original', async () => {
    const words = spanishVersionYaml()
    fixture.write(`${folder}/version.yaml`, {
      ...words,
      objectives: words.objectives.slice(1),
      lessons: words.lessons.toReversed(),
    })
    const { items } = spanishQuizYaml()
    fixture.write(`${folder}/quiz.yaml`, {
      items: items.map((item, index) => (index === 0 ? { ...item, id: 'm01-q99' } : item)),
    })
    const messages = (await problems()).map((line) => line.replace(/:\d+:\d+/, ''))
    expect(messages).toEqual([
      'version.yaml The original also has m01-o1. Translate it.',
      'version.yaml The original has another order. Follow it.',
      'quiz.yaml The original also has m01-q0. Translate it.',
    ])
  })

  test('with options in another order, since the right one goes by its letter', async () => {
    const { items } = spanishQuizYaml()
    const turned = items.map((item) => ({ ...item, options: item.options.toReversed() }))
    fixture.write(`${folder}/quiz.yaml`, { items: [turned[0], ...items.slice(1)] })
    expect(await problems()).toEqual(['quiz.yaml:5:7 The original has another order. Follow it.'])
  })

  test('with a phone number in an item', async () => {
    const { items } = spanishQuizYaml()
    fixture.write(`${folder}/quiz.yaml`, {
      items: items.map((item) => ({ ...item, stem: 'Llame al 800-392-3738' })),
    })
    expect((await problems())[0]).toContain('An item holds no phone number')
  })

  test('with a lesson that is built otherwise', async () => {
    fixture.write(`${folder}/lessons/part-2.mdx`, '## Parte 2\n\nPalabras.\n')
    expect(await problems()).toEqual([
      'lessons/part-2.mdx:1:1 The lesson is built otherwise than its original: where that has “Cite study”, this has “the end of the lesson”. Make them alike.',
    ])
  })

  test('with a key of its own', async () => {
    const { items } = spanishQuizYaml()
    const keyed = items.map((item) => ({
      ...item,
      options: item.options.map((option) => ({ ...option, correct: true })),
    }))
    fixture.write(`${folder}/quiz.yaml`, { items: keyed })
    expect((await problems())[0]).toContain('has keys that nobody knows: correct')
  })
})
