import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { createTranslator } from 'next-intl'
import { describe, expect, test } from 'vitest'
import { type IcuShape, icuShape } from '#tests/content/icu-shape'

type Messages = { readonly [key: string]: string | Messages }
type Entry = { readonly key: string; readonly words: string }

const folder = (language: string) => path.join('lib', 'web', 'messages', language)
const filesOf = (language: string) => readdirSync(folder(language)).toSorted()

/** Every message of a file with the path of its key. */
function entriesOf(language: string, file: string): Entry[] {
  const under = (messages: Messages, above: string): Entry[] =>
    Object.entries(messages).flatMap(([key, value]) =>
      typeof value === 'string' ? [{ key: above + key, words: value }] : under(value, `${above}${key}.`),
    )
  return under(JSON.parse(readFileSync(path.join(folder(language), file), 'utf8')), '')
}

/** The same in both languages on purpose: names, and one unit. */
const alike = [
  /^common\.json product$/,
  /^imports\.json reading\.encodings\./,
  /^lesson\.json contact\.chat$/,
  /^training\.json shortMinutes$/,
  /^people\.json states\./,
  /^people\.json timeZones\.(America\/(Phoenix|Anchorage|Detroit|Kentucky\/Louisville)|Pacific\/Guam)$/,
]

/** Says a message by the parser that the pages use, once with each number and branch; it throws what it cannot say. */
function say(language: string, words: string): string[] {
  const shape = icuShape(words)
  const onError = (fault: Error) => {
    throw fault
  }
  const t = createTranslator({ locale: language, messages: { words }, onError })
  const rounds = Math.max(4, ...Object.values(shape.branches).map((keys) => keys.length))
  return Array.from({ length: rounds }, (_, round) => t.markup('words', valuesOf(shape, round)))
}

function valuesOf({ kinds, branches, tags }: IcuShape, round: number) {
  const values = Object.entries(kinds).map(([name, kind]) => {
    if (kind === '') return [name, 'Ana']
    const keys = branches[name] ?? []
    return [name, kind === 'select' ? keys[round % keys.length] : [0, 1, 2, 12][round % 4]]
  })
  return Object.fromEntries([...values, ...tags.map((tag) => [tag, (chunks: string) => chunks])])
}

test('each file of English words has a Spanish one', () => {
  expect(filesOf('es')).toEqual(filesOf('en'))
})

describe.each(filesOf('en'))('%s in Spanish', (file) => {
  const english = entriesOf('en', file)
  const spanish = entriesOf('es', file)

  test('has the same keys', () => {
    expect(spanish.map(({ key }) => key).toSorted()).toEqual(english.map(({ key }) => key).toSorted())
  })

  const pairs = english.flatMap(({ key, words }) => {
    const theirs = spanish.find((entry) => entry.key === key)
    return theirs ? [{ key, words, theirs: theirs.words }] : []
  })

  test('asks for the same arguments, branches and tags', () => {
    const shapes = (which: 'words' | 'theirs') => pairs.map((pair) => [pair.key, icuShape(pair[which])])
    expect(shapes('theirs')).toEqual(shapes('words'))
  })
  test('can be said in every branch, and so can the English', () => {
    expect(pairs.flatMap(({ words }) => say('en', words)).join()).not.toMatch(/[{}]/)
    expect(pairs.flatMap(({ theirs }) => say('es', theirs)).join()).not.toMatch(/[{}]/)
  })
  test('is translated', () => {
    const hasWords = (text: string) => /\p{L}/u.test(text.replaceAll(/\{\w+\}/g, ''))
    const left = pairs.filter(
      ({ key, words, theirs }) =>
        words === theirs && hasWords(words) && !alike.some((name) => name.test(`${file} ${key}`)),
    )
    expect(left).toEqual([])
  })
})

test('the shape of a message is its arguments, branches and tags, and not its words', () => {
  expect(icuShape('{n, plural, =0 {None} one {<b>{who}</b> has one} other {# of {all, number}}}')).toEqual({
    kinds: { n: 'plural', who: '', all: 'number' },
    branches: { n: ['=0', 'one', 'other'] },
    tags: ['b'],
  })
  expect(() => say('en', '{n, plural, one {One}}')).toThrow()
  expect(() => say('en', 'A brace { too many')).toThrow()
})
