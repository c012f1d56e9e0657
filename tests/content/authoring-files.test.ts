import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { readModuleFacts, withModuleFacts, withVersionHead } from '#lib/content/authoring/module-facts'
import { moduleSkeleton } from '#lib/content/authoring/module-skeleton'
import { changedOutline, readOutline, removedLessons } from '#lib/content/authoring/outline'
import { moduleSchema, versionSchema } from '#lib/content/module-schema'
import { quizSchema } from '#lib/content/quiz-schema'

const version = readFileSync('content/modules/risk-and-control/v1/version.yaml', 'utf8')
const about = readFileSync('content/modules/risk-and-control/module.yaml', 'utf8')
const facts = {
  title: 'Fire: drills & doors',
  summary: 'What we do.',
  objectives: ['One #1', "Two's", '- three'],
  language: 'en',
} as const

/** The lines that stand in one text and not in the other. */
function differing(a: string, b: string): string[] {
  const [one, two] = [a.split('\n'), b.split('\n')]
  return [...one.filter((line) => !two.includes(line)), ...two.filter((line) => !one.includes(line))]
}

describe('a module that begins', () => {
  test.each(['en', 'es'] as const)('is a folder whose every file is valid by itself (%s)', (language) => {
    const files = new Map(
      moduleSkeleton('fire', { ...facts, language }).map(({ path, text }) => [path, text]),
    )
    expect([...files.keys()]).toEqual([
      'module.yaml',
      'v1/version.yaml',
      'v1/quiz.yaml',
      'v1/lessons/l1.mdx',
      'v1/lessons/l2.mdx',
      'v1/lessons/l3.mdx',
    ])
    expect(moduleSchema.parse(parse(files.get('module.yaml') ?? ''))).toMatchObject({ title: facts.title })
    expect(versionSchema.parse(parse(files.get('v1/version.yaml') ?? ''))).toMatchObject({ language })
    expect(quizSchema.parse(parse(files.get('v1/quiz.yaml') ?? ''))).toEqual({ vignettes: [], items: [] })
  })
})

describe('a form changes only what it says', () => {
  test('a renamed lesson is one other line', () => {
    const lesson = readOutline(version)?.lessons.find(({ id }) => id === 'm02-l2')
    if (!lesson) throw new Error('The shipped module has no lesson m02-l2.')
    const { id: lessonId, minutes, objectives, sources } = lesson
    const facts = { title: 'Held', minutes: minutes ?? 0, objectives, sources }
    const changed = changedOutline(version, { kind: 'describe', lessonId, ...facts }, [])
    expect(differing(version, changed?.version ?? '')).toEqual([
      '    title: Drawn in and held',
      '    title: Held',
    ])
  })

  test('lessons that change places are the same lines', () => {
    const changed = changedOutline(version, { kind: 'move', lessonId: 'm02-l3', to: 'up' }, [])?.version ?? ''
    expect(differing(version, changed)).toEqual([])
    expect(readOutline(changed)?.lessons.map(({ id }) => id)).toEqual(['m02-l1', 'm02-l3', 'm02-l2'])
    const back = changedOutline(changed, { kind: 'move', lessonId: 'm02-l3', to: 'down' }, [])?.version
    expect(back).toBe(version)
  })

  test('a removed lesson takes its lines and its file along, and the rest stays', () => {
    const changed = changedOutline(version, { kind: 'remove', lessonId: 'm02-l2' }, [])
    expect(changed?.ended).toBe('lessons/drawn-in-and-held.mdx')
    expect(readOutline(changed?.version ?? '')?.lessons.map(({ id }) => id)).toEqual(['m02-l1', 'm02-l3'])
    expect(
      version.split('\n').filter((line) => (changed?.version ?? '').split('\n').includes(line)).length,
    ).toBe((changed?.version ?? '').split('\n').length)
  })

  test('a lesson that was removed is put back as it was, at the end, under another id where its own was taken', () => {
    const { version: without = '' } =
      changedOutline(version, { kind: 'remove', lessonId: 'm02-l2' }, []) ?? {}
    const file = 'lessons/drawn-in-and-held.mdx'
    const [lesson] = removedLessons([{ file, text: 'Words.' }], [without, version])
    expect(lesson?.title).toBe('Drawn in and held')
    const back = lesson && changedOutline(without, { kind: 'put-back', lesson }, [])
    const entries = (text = '') => parse(text).lessons as { id: string }[]
    const [, entry] = entries(version)
    expect(entries(back?.version).at(-1)).toEqual(entry)
    expect(back?.began).toEqual({ file, text: 'Words.' })
    const taken = without.replace('id: m02-l3', 'id: m02-l2')
    const other = lesson && changedOutline(taken, { kind: 'put-back', lesson }, [])
    expect(entries(other?.version).at(-1)).toEqual({ ...entry, id: 'l3' })
    const [unknown] = removedLessons([{ file, text: 'Words.' }], [without, 'lessons: [a', ''])
    const anew = unknown && changedOutline(without, { kind: 'put-back', lesson: unknown }, ['m02-o1'])
    expect(entries(anew?.version).at(-1)).toMatchObject({
      file,
      title: 'drawn-in-and-held',
      objectives: ['m02-o1'],
    })
    expect(lesson && changedOutline(version, { kind: 'put-back', lesson }, [])).toBeUndefined()
  })

  test('an added lesson stands at the end, under an id and a file of its own', () => {
    const changed = changedOutline(version, { kind: 'add', title: 'More: much' }, ['m02-o1'])
    expect(changed?.version.startsWith(version.trimEnd())).toBe(true)
    expect(parse(changed?.version ?? '').lessons.at(-1)).toEqual({
      id: 'l4',
      file: 'lessons/l4.mdx',
      title: 'More: much',
      minutes: 4,
      objectives: ['m02-o1'],
      sources: [],
    })
  })

  test('new facts leave every other line of module.yaml as it was', () => {
    const told = readModuleFacts(about)
    const objectives = told?.objectives.map(({ text }) => text) ?? []
    const same = {
      title: told?.title ?? '',
      summary: told?.summary ?? '',
      minutes: told?.minutes ?? 0,
      objectives,
    }
    expect(withModuleFacts(about, same)).toBe(about)
    const changed = withModuleFacts(about, { ...same, minutes: 11, objectives: objectives.with(1, 'Other') })
    expect(differing(about, changed)).toHaveLength(4)
    expect(withVersionHead(version, 2, 'material')).toBe(
      version.replace('version: 1', 'version: 2').replace('changeKind: initial', 'changeKind: material'),
    )
  })

  test('whatever is written into a field is read again as it was written', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 60 }),
        fc.constantFrom('title', 'summary'),
        (text, key) => {
          const same = { title: 'a', summary: 'b', minutes: 3, objectives: [] }
          const changed = withModuleFacts(about, { ...same, [key]: text, objectives: ['c', text] })
          expect(parse(changed)).toMatchObject({
            ...same,
            [key]: text,
            objectives: [{ text: 'c' }, { text }, {}],
          })
          expect(parse(changed).objectives[2]).toEqual(parse(about).objectives[2])
        },
      ),
    )
  })
})
