import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { differencesOf } from '#lib/content/authoring/differences'
import { shippedModuleFiles } from '#lib/content/authoring/draft-folder'

const file = (path: string, text: string) => ({ path, bytes: new TextEncoder().encode(text) })
const shipped = shippedModuleFiles('documentation-and-portals', 1)
const quiz = (...items: object[]) => [file('v1/quiz.yaml', stringify({ items }))]
const options = (right: string, texts = ['Wait', 'Ask', 'Call', 'Leave']) =>
  texts.map((text, index) => {
    const id = 'abcd'[index] ?? 'a'
    return { id, text, ...(id === right ? { correct: true } : {}), rationale: 'Because.' }
  })

describe('differences of two versions', () => {
  test('a version differs from itself in nothing, whatever its number', () => {
    expect(shipped.length).toBeGreaterThan(5)
    const later = shipped.map((each) => ({ ...each, path: each.path.replace(/^v1\//, 'v2/') }))
    const found = differencesOf(shipped, later)
    expect(Object.values(found).flat()).toEqual([])
  })

  test('another right answer is said with the words of both', () => {
    const [item] = differencesOf(
      quiz({ id: 'q1', options: options('a') }),
      quiz({ id: 'q1', options: options('b') }),
    ).items
    expect(item?.key).toEqual({ kind: 'answer', before: ['Wait'], after: ['Ask'] })
  })

  test('texts that change places under the same letter say another answer, too', () => {
    const changed = options('a', ['Ask', 'Wait', 'Call', 'Leave'])
    const [item] = differencesOf(
      quiz({ id: 'q1', options: options('a') }),
      quiz({ id: 'q1', options: changed }),
    ).items
    expect(item?.key).toEqual({ kind: 'answer', before: ['Wait'], after: ['Ask'] })
  })

  test('a right answer that is worded otherwise is told apart from another answer', () => {
    const changed = options('a', ['Wait a moment', 'Ask', 'Call', 'Leave'])
    const [item] = differencesOf(
      quiz({ id: 'q1', options: options('a') }),
      quiz({ id: 'q1', options: changed }),
    ).items
    expect(item?.key?.kind).toBe('wording')
    expect(item?.fields.map(({ path }) => path)).toEqual([['options', 'a', 'text']])
  })

  test('an item that moves is no change of the item, and the new order is told', () => {
    const [one, two] = [
      { id: 'q1', stem: 'One' },
      { id: 'q2', stem: 'Two' },
    ]
    const found = differencesOf(quiz(one, two), quiz(two, one))
    expect(found.items).toEqual([])
    expect(found.facts.map(({ field }) => [field.path, field.before, field.after])).toEqual([
      [['items', 'order'], 'q1, q2', 'q2, q1'],
    ])
  })

  test('an item that came is told once, with all that it says', () => {
    const found = differencesOf(quiz(), quiz({ id: 'q1', stem: 'Who is alone?' }))
    expect(found.facts).toEqual([])
    expect(found.items).toMatchObject([{ id: 'q1', change: 'added', key: null }])
    expect(found.items[0]?.fields.map(({ after }) => after)).toEqual(['q1', 'Who is alone?'])
  })

  test('lessons, pictures and files that cannot be read are told by their names', () => {
    const before = [
      file('v1/lessons/a.mdx', 'One.\n'),
      file('v1/media/p.png', 'x'),
      file('module.yaml', 'title: A'),
    ]
    const after = [
      file('v2/lessons/a.mdx', 'Two.\n'),
      file('v2/es/lessons/a.mdx', 'Dos.\n'),
      file('v2/media/p.png', 'y'),
      file('module.yaml', 'title: [A'),
    ]
    const found = differencesOf(before, after)
    expect(found.lessons.map(({ name, translation, change }) => [name, translation, change])).toEqual([
      ['lessons/a.mdx', 'es', 'added'],
      ['lessons/a.mdx', null, 'changed'],
    ])
    expect(found.pictures).toEqual([{ name: 'media/p.png', change: 'replaced' }])
    expect(found.others.map(({ name }) => name)).toEqual(['module.yaml'])
  })

  test('nothing is lost: the fields of what differs say every value that only one of two texts has', () => {
    const word = fc.constantFrom('a', 'b', 'Wait', '10', '')
    const part = fc.record(
      { id: fc.constantFrom('x', 'y', 'z'), text: word, note: word },
      { requiredKeys: ['id'] },
    )
    const content = fc.record({ title: word, items: fc.array(part, { maxLength: 4 }) })
    const valuesOf = (text: { title: string; items: object[] }) => [
      text.title,
      ...text.items.flatMap((item) => Object.values(item) as string[]),
    ]
    const onlyIn = (one: Parameters<typeof valuesOf>[0], other: typeof one) =>
      valuesOf(one).filter((value) => !valuesOf(other).includes(value))
    fc.assert(
      fc.property(content, content, (before, after) => {
        const [old, now] = [before, after].map((each) => [file('v1/quiz.yaml', stringify(each))])
        const found = differencesOf(old ?? [], now ?? [])
        const fields = [
          ...found.facts.map(({ field }) => field),
          ...found.items.flatMap((item) => item.fields),
        ]
        expect(fields.map((field) => field.before)).toEqual(expect.arrayContaining(onlyIn(before, after)))
        expect(fields.map((field) => field.after)).toEqual(expect.arrayContaining(onlyIn(after, before)))
        const isSame = JSON.stringify(before) === JSON.stringify(after)
        expect(fields.length + found.others.length > 0).toBe(!isSame)
      }),
    )
  })
})
