import { afterAll, describe, expect, test } from 'vitest'
import { openLessonCompiler } from '#lib/content/lesson/lesson-compiler'
import { goodLesson, goodRegisters } from '#tests/content/good-lesson'
import { hostileSyntax } from '#tests/content/hostile-syntax'
import { hostileTexts } from '#tests/content/hostile-texts'
import { harmlessLooks, parserBombs } from '#tests/content/parser-bombs'

const compiler = openLessonCompiler()
afterAll(() => compiler.close())

async function problemsOf(text: string) {
  const result = await compiler.compile(text, goodRegisters)
  return result.ok ? [] : result.refusal
}

const hostileLessons = [...hostileSyntax, ...hostileTexts]

describe('a hostile lesson is refused at its place, with a mend', () => {
  test.each(hostileLessons)('$tries', async ({ text, at, mend }) => {
    const [problem] = await problemsOf(text)
    expect(problem?.message).toMatch(mend)
    expect([problem?.line, problem?.column]).toEqual(at)
  })

  test('the corpus has more than sixty, each of its own kind', () => {
    expect(new Set(hostileLessons.map(({ tries }) => tries)).size).toBe(hostileLessons.length)
    expect(hostileLessons.length).toBeGreaterThan(60)
  })

  test('no message names a folder or a file of this machine', async () => {
    const answers = await Promise.all(hostileLessons.map(({ text }) => problemsOf(text)))
    const messages = answers.flat().map(({ message }) => message)
    expect(
      messages.filter((message) => message.includes(process.cwd()) || /file:|node_modules/.test(message)),
    ).toEqual([])
  })
})

describe('a text that costs too much is refused at a place, and the next lesson still compiles', () => {
  test.each(parserBombs)('%s', async (_, text) => {
    const [problem] = await problemsOf(text)
    expect(problem).toEqual({
      line: expect.any(Number),
      column: expect.any(Number),
      message: expect.any(String),
    })
    expect(await problemsOf(goodLesson)).toEqual([])
  })

  test.each(harmlessLooks)('%s may pass', async (_, text) => {
    expect(await problemsOf(text)).toEqual([])
  })
})
