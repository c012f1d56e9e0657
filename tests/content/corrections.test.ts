import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openLessonCompiler } from '#lib/content/lesson/lesson-compiler'
import { moduleFolders } from '#lib/content/module-folder'
import { type PublishableLesson, publishableModule } from '#lib/content/publishable-module'
import { readRegisters } from '#lib/content/registers'
import { plainText } from '#lib/domain/curriculum/lesson-tree'
import { corrections } from '#tests/content/corrections'
import { adviceOf } from '#tests/content/shipped-texts'

const content = path.resolve('content')
const compiler = openLessonCompiler()
const lessons = new Map<string, PublishableLesson>()

beforeAll(async () => {
  for (const folder of moduleFolders(content)) {
    const read = await publishableModule(folder, readRegisters(content), compiler)
    for (const version of read.ok ? read.value : []) {
      for (const lesson of version.lessons) lessons.set(lesson.id, lesson)
    }
  }
})
afterAll(() => compiler.close())

/** Words as they are read: links to sources and marks of emphasis leave no gap. */
const textOf = (id: string) => {
  const lesson = lessons.get(id)
  return lesson ? plainText(lesson.tree).replace(/\s+([.,;:?!])/g, '$1') : ''
}

test('every one of the twenty-four known errors has its row', () => {
  expect(corrections.map(({ row }) => row)).toEqual(Array.from({ length: 24 }, (_, index) => `E${index + 1}`))
})

test('the table of topics names every lesson that exists, and none twice for one topic', () => {
  const table = readFileSync(path.join(content, 'README.md'), 'utf8')
  const rows = table.split('\n').filter((line) => /^\|.*\bm\d\d-l\d\b/.test(line))
  const named = rows.map((row) => [...row.matchAll(/\bm\d\d-l\d\b/g)].map(([id]) => id))
  expect([...new Set(named.flat())].sort()).toEqual([...lessons.keys()].sort())
  expect(named.filter((ids) => new Set(ids).size < ids.length)).toEqual([])
})

describe('is taught the right way round', () => {
  const taught = corrections.flatMap(({ row, error, taughtIn }) =>
    taughtIn.map(({ lesson, says }) => ({ row, error, lesson, says })),
  )
  test.each(taught)('$row “$error” in $lesson', ({ lesson, says }) => {
    expect(textOf(lesson)).toMatch(says)
  })
})

describe('stands nowhere as a statement of ours', () => {
  const dropped = corrections.flatMap(({ row, error, nowhere }) => (nowhere ? [{ row, error, nowhere }] : []))
  test.each(dropped)('$row “$error”', ({ nowhere }) => {
    const found = [...lessons.values()].flatMap(({ id, tree }) =>
      adviceOf(tree)
        .filter((text) => nowhere.test(text))
        .map((text) => `${id}: ${text}`),
    )
    expect(found).toEqual([])
  })
})
