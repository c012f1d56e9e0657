import { globSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse, parseDocument, stringify } from 'yaml'
import { editYaml, type YamlEdit } from '#lib/content/yaml-edit/edit-yaml'
import type { YamlPath } from '#lib/content/yaml-edit/yaml-source'
import { isList, isMap, type YamlValue } from '#lib/content/yaml-edit/yaml-text'

const edited = (text: string, ...edits: readonly YamlEdit[]) => {
  const result = editYaml(text, edits)
  return result.ok ? result.value : result.refusal
}

/** The paths of all that is neither list nor map, and of all lists. */
function pathsIn(value: YamlValue, path: YamlPath = []): { leaves: YamlPath[]; lists: YamlPath[] } {
  const parts = isList(value) ? [...value.entries()] : Object.entries(isMap(value) ? value : {})
  const below = parts.map(([key, part]) => pathsIn(part as YamlValue, [...path, key]))
  return {
    leaves:
      parts.length === 0 && !isList(value) && !isMap(value) ? [path] : below.flatMap(({ leaves }) => leaves),
    lists: [...(isList(value) && value.length > 0 ? [path] : []), ...below.flatMap(({ lists }) => lists)],
  }
}

const at = (value: YamlValue, path: YamlPath) =>
  path.reduce<unknown>((above, key) => (above as Record<string | number, unknown>)[key], value) as YamlValue

const comments = (text: string) =>
  text
    .split('\n')
    .flatMap((line) => /(?:^|\s)#.*$/.exec(line) ?? [])
    .sort()

const shipped = globSync('content/**/*.yaml')
  .sort()
  .map((file) => readFileSync(file, 'utf8'))

/** Files like ours, written in other ways: other folds, quotes, indents, comments and ends of lines. */
const written: fc.Arbitrary<string> = fc
  .record({
    from: fc.constantFrom(...shipped.filter((text) => text.length < 6000)),
    lineWidth: fc.constantFrom(0, 40, 80),
    indent: fc.constantFrom(2, 4),
    indentSeq: fc.boolean(),
    singleQuote: fc.boolean(),
    collectionStyle: fc.constantFrom('any' as const, 'flow' as const, 'block' as const),
    defaultStringType: fc.constantFrom(
      'PLAIN' as const,
      'QUOTE_DOUBLE' as const,
      'QUOTE_SINGLE' as const,
      'BLOCK_FOLDED' as const,
      'BLOCK_LITERAL' as const,
    ),
    windows: fc.boolean(),
    comment: fc.boolean(),
  })
  .map(({ from, windows, comment, ...style }) => {
    const text = stringify(parse(from), { ...style, defaultKeyType: 'PLAIN' })
    const noted = comment ? `# before\n${text}# after\n` : text
    return windows ? noted.replaceAll('\n', '\r\n') : noted
  })
  // The library writes an empty list as something that it cannot read when lists are not indented.
  .filter((text) => parseDocument(text).errors.length === 0)
const words = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }).map((text) => text.toWellFormed()),
  fc.constantFrom(
    'yes',
    'null',
    '~',
    '1',
    '0x1',
    '1e3',
    '2026-11-22',
    '- a',
    'a: b',
    'a #b',
    '#a',
    '[a]',
    '{a}',
    '&a',
    '*a',
    '!a',
    '%a',
    '@a',
    '`a`',
    '|',
    '>-',
    '?',
    ':',
    '“a”',
    "it's",
    '"a"',
    'a\nb',
    ' a ',
    '',
    '---',
    '...',
    '\u2028',
    'a\\b',
    '<<',
    'true',
    '\t',
    '¿Qué?',
  ),
)

describe('300 files of ours, shipped and written in other ways', () => {
  const corpus = [...shipped, ...fc.sample(written, { numRuns: 300 - shipped.length, seed: 6 })]

  test('say the same, byte for byte, when every value is set to what it is', () => {
    expect(corpus).toHaveLength(300)
    const changedOnes = corpus.filter(
      (text) => edited(text, { kind: 'set', path: [], value: parse(text) as YamlValue }) !== text,
    )
    expect(changedOnes).toEqual([])
  })
})

test('any one edit keeps every comment, says what was asked, and is undone byte for byte where it can be', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.constantFrom(...shipped.filter((text) => text.length < 20_000)), written),
      words,
      fc.nat(),
      fc.nat(),
      (text, word, one, other) => {
        const value = parse(text) as YamlValue
        const { leaves, lists } = pathsIn(value)
        const leaf = leaves[one % leaves.length] ?? []
        const set = edited(text, { kind: 'set', path: leaf, value: word })
        expect(at(parse(set) as YamlValue, leaf)).toBe(word)
        expect(comments(set).filter((note) => !word.includes('#') || comments(text).includes(note))).toEqual(
          comments(text),
        )
        const list = lists[other % Math.max(1, lists.length)]
        if (!list) return
        const count = (at(value, list) as readonly YamlValue[]).length
        const place = one % (count + 1)
        const more = edited(text, { kind: 'insert', path: list, at: place, value: { id: word } })
        expect(edited(more, { kind: 'remove', path: [...list, place] })).toBe(text)
        const [from, to] = [one % count, other % count]
        const moved = edited(text, { kind: 'move', path: list, from, to })
        expect(comments(moved)).toEqual(comments(text))
        // At the head of a file, a comment is the file's and not the first entry's.
        const back = edited(moved, { kind: 'move', path: list, from: to, to: from })
        expect(list.length === 0 ? parse(back) : back).toEqual(list.length === 0 ? value : text)
      },
    ),
    { numRuns: 150 },
  )
})
