import { afterAll, describe, expect, test } from 'vitest'
import { findingKind } from '#lib/content/authoring/finding-kinds'
import { openLessonCompiler } from '#lib/content/lesson/lesson-compiler'
import { decodeLesson } from '#lib/content/lesson/screen'
import { goodLesson, goodRegisters } from '#tests/content/good-lesson'
import { hostileNames } from '#tests/content/hostile-names'
import { hostilePlaces } from '#tests/content/hostile-places'
import { hostileBytes, hostileSigns } from '#tests/content/hostile-signs'
import { hostileSyntax } from '#tests/content/hostile-syntax'
import { hostileTexts } from '#tests/content/hostile-texts'
import { harmlessLooks, parserBombs } from '#tests/content/parser-bombs'

const compilers = [openLessonCompiler(), openLessonCompiler()] as const
afterAll(() => {
  for (const compiler of compilers) compiler.close()
})

async function problemsOf(text: string, compiler = compilers[0]) {
  const result = await compiler.compile(text, goodRegisters)
  return result.ok ? [] : result.refusal
}

const hostileLessons = [...hostileSyntax, ...hostileTexts, ...hostilePlaces, ...hostileSigns, ...hostileNames]

test('the corpus has more than five hundred, each of its own kind', () => {
  const all = [
    ...hostileLessons,
    ...hostileBytes.map(([tries]) => ({ tries })),
    ...parserBombs.map(([tries]) => ({ tries })),
  ]
  const names = all.map(({ tries }) => tries)
  expect(names.filter((name, index) => names.indexOf(name) < index)).toEqual([])
  expect(names.length).toBeGreaterThan(500)
})

describe('a hostile lesson is refused at its place, with a mend', () => {
  test.each(hostileLessons)('$tries', async ({ text, at, mend }) => {
    const problems = await problemsOf(text)
    expect(problems[0]?.message).toMatch(mend)
    expect([problems[0]?.line, problems[0]?.column]).toEqual(at)
    // No message names a folder or a file of this machine.
    const messages = problems.map(({ message }) => message).join('\n')
    expect(messages).not.toContain(process.cwd())
    expect(messages).not.toMatch(/file:|node_modules/)
    const told = problems.map(({ message }) => [message, findingKind('v1/lessons/a.mdx', message).code])
    expect(told.filter(([, code]) => code === null)).toEqual([])
  })
})

describe('bytes that are no text are refused where they begin, or as text that nobody can see', () => {
  test.each(hostileBytes)('%s', async (_, bytes, at) => {
    const decoded = decodeLesson(bytes)
    const [problem] = typeof decoded === 'string' ? await problemsOf(decoded) : [decoded]
    expect([problem?.line, problem?.column]).toEqual(at)
  })
})

// What a text may cost is held by the worker, which is ended when it has used two seconds; see lesson-worker.test.ts.
describe('a text that costs too much is refused at a place, and the next lesson still compiles', () => {
  const bombs = parserBombs.map(([tries, text], index) => ({ tries, text, compiler: compilers[index % 2] }))
  test.concurrent.each(bombs)('$tries', async ({ text, compiler }) => {
    const [problem] = await problemsOf(text, compiler)
    expect(problem).toEqual({
      line: expect.any(Number),
      column: expect.any(Number),
      message: expect.any(String),
    })
  })

  test('the next one', async () => {
    for (const compiler of compilers) expect(await problemsOf(goodLesson, compiler)).toEqual([])
  })

  test.each(harmlessLooks)('%s may pass', async (_, text) => {
    expect(await problemsOf(text)).toEqual([])
  })
})
