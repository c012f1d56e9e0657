import { afterAll, expect, test } from 'vitest'
import { openCompilerPool } from '#lib/content/lesson/compiler-pool'
import { goodLesson, goodRegisters } from '#tests/content/good-lesson'
import { endlessText } from '#tests/content/parser-bombs'

const pool = openCompilerPool(2)
afterAll(() => pool.close())

const preview = (owner: string, source: string, ended?: string[]) =>
  pool.run(owner, async (compiler) => {
    const result = await compiler.preview(source, goodRegisters, 'en')
    ended?.push(owner)
    return result
  })

test('what one author writes to stop the parser keeps another one waiting for none of it', async () => {
  await Promise.all([preview('ana', goodLesson), preview('ben', goodLesson)])
  const ended: string[] = []
  const bombs = [preview('ana', endlessText, ended), preview('ana', `${endlessText} `, ended)]
  const good = await preview('ben', goodLesson, ended)
  await Promise.all(bombs)
  expect(good).toMatchObject({ ok: true, value: { ok: true } })
  expect(ended).toEqual(['ben', 'ana', 'ana'])
})

test('an author who asks faster than it can be done is told so', async () => {
  const asked = [1, 2, 3, 4].map(() => preview('ana', goodLesson))
  const results = await Promise.all(asked)
  expect(results.map((result) => result.ok)).toEqual([true, true, true, false])
})

test('a preview holds the tree that is published, with its figures and what the rules of wording find', async () => {
  const published = await pool.run('ana', (compiler) => compiler.compile(goodLesson, goodRegisters))
  const seen = await preview('ana', goodLesson)
  const lesson = published.ok && published.value.ok && published.value.value
  expect(seen).toMatchObject({ ok: true, value: { ok: true, value: { lesson } } })
  expect(seen).toMatchObject({ value: { value: { figures: { words: 57, reading: null }, advice: [] } } })
})
