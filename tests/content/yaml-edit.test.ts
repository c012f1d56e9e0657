import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { editYaml, type YamlEdit } from '#lib/content/yaml-edit/edit-yaml'
import type { YamlValue } from '#lib/content/yaml-edit/yaml-text'

const edited = (text: string, ...edits: readonly YamlEdit[]) => {
  const result = editYaml(text, edits)
  return result.ok ? result.value : result.refusal
}

const quiz = `# Twelve items.
items:
  - id: m01-q01   # the first
    stem: A question.
    objective: 'm01-o1'
    tags: [ one, "two" ]
    options:
      # the right one
      - { id: a, text: "Yes: this", correct: true }
      - id: b
        text: >-
          Folded
          words
        correct: false

  # about the second
  - id: m01-q02
    stem: |
      A block.
    tags: []
reviewers: []
note: "Done."   # at the end
`

/** Lines that are not in both texts, as a reader of a difference sees them. */
function difference(before: string, after: string) {
  const [old, fresh] = [before.split('\n'), after.split('\n')]
  return {
    gone: old.filter((line) => !fresh.includes(line)),
    come: fresh.filter((line) => !old.includes(line)),
  }
}

describe('an edit changes what it says and nothing else', () => {
  test.each<[what: string, edit: YamlEdit, gone: readonly string[], come: readonly string[]]>([
    [
      'a text in no quotes',
      { kind: 'set', path: ['items', 0, 'stem'], value: 'Another: one' },
      ['    stem: A question.'],
      ['    stem: "Another: one"'],
    ],
    [
      'a text in quotes',
      { kind: 'set', path: ['items', 0, 'objective'], value: "it's" },
      ["    objective: 'm01-o1'"],
      ["    objective: 'it''s'"],
    ],
    [
      'a text before a comment',
      { kind: 'set', path: ['items', 0, 'id'], value: 'x' },
      ['  - id: m01-q01   # the first'],
      ['  - id: x   # the first'],
    ],
    [
      'a part of a map in one line',
      { kind: 'set', path: ['items', 0, 'options', 0, 'correct'], value: false },
      ['      - { id: a, text: "Yes: this", correct: true }'],
      ['      - { id: a, text: "Yes: this", correct: false }'],
    ],
    [
      'a folded text',
      { kind: 'set', path: ['items', 0, 'options', 1, 'text'], value: 'Flat' },
      ['        text: >-', '          Folded', '          words'],
      ['        text: Flat'],
    ],
    [
      'a block of text',
      { kind: 'set', path: ['items', 1, 'stem'], value: 'Flat' },
      ['    stem: |', '      A block.'],
      ['    stem: Flat'],
    ],
    ['a new key', { kind: 'set', path: ['items', 0, 'mustPass'], value: true }, [], ['    mustPass: true']],
    [
      'a list in the place of an empty one',
      { kind: 'set', path: ['reviewers'], value: [{ name: 'Ana' }] },
      ['reviewers: []'],
      ['reviewers:', '  - name: Ana'],
    ],
    [
      'an empty list',
      { kind: 'set', path: ['items', 0, 'tags'], value: [] },
      ['    tags: [ one, "two" ]'],
      [],
    ],
    [
      'one more in a list of one line',
      { kind: 'insert', path: ['items', 0, 'tags'], at: 1, value: 'a, b' },
      ['    tags: [ one, "two" ]'],
      ['    tags: [ one, "a, b", "two" ]'],
    ],
    [
      'the last of a list of one line',
      { kind: 'remove', path: ['items', 0, 'tags', 1] },
      ['    tags: [ one, "two" ]'],
      ['    tags: [ one ]'],
    ],
    [
      'an entry of lines',
      { kind: 'insert', path: ['items'], at: 1, value: { id: 'n', tags: ['x'] } },
      [],
      ['  - id: n', '    tags:', '      - x'],
    ],
    [
      'an entry less',
      { kind: 'remove', path: ['items', 0, 'options', 1] },
      ['      - id: b', '        text: >-', '          Folded', '          words', '        correct: false'],
      [],
    ],
    [
      'the first key of an entry',
      { kind: 'remove', path: ['items', 1, 'id'] },
      ['  - id: m01-q02', '    stem: |'],
      ['  - stem: |'],
    ],
    [
      'a part of a map in one line less',
      { kind: 'remove', path: ['items', 0, 'options', 0, 'text'] },
      ['      - { id: a, text: "Yes: this", correct: true }'],
      ['      - { id: a, correct: true }'],
    ],
  ])('%s', (_, edit, gone, come) => {
    const after = edited(quiz, edit)
    expect(difference(quiz, after)).toEqual({ gone, come })
  })

  test('an entry moves with the comment above it', () => {
    const after = edited(quiz, { kind: 'move', path: ['items'], from: 1, to: 0 })
    expect(after.indexOf('# about the second')).toBeLessThan(after.indexOf('m01-q02'))
    expect(after.indexOf('m01-q02')).toBeLessThan(after.indexOf('m01-q01   # the first'))
    expect(difference(quiz, after)).toEqual({ gone: [], come: [] })
    expect(edited(after, { kind: 'move', path: ['items'], from: 0, to: 1 })).toBe(quiz)
  })

  test('of a whole item only what differs is written', () => {
    const item = (parse(quiz) as { items: { [key: string]: YamlValue }[] }).items[0]
    const after = edited(quiz, { kind: 'set', path: ['items', 0], value: { ...item, stem: 'New.' } })
    expect(difference(quiz, after)).toEqual({ gone: ['    stem: A question.'], come: ['    stem: New.'] })
  })

  test('a text that would cost a parser too much stands in quotes', () => {
    const bomb = '['.repeat(100_000)
    expect(edited('a: 1\n', { kind: 'set', path: ['b'], value: '- '.repeat(900) })).toBe(
      `a: 1\nb: "${'- '.repeat(900)}"\n`,
    )
    expect(edited('a: 1\n', { kind: 'set', path: ['b'], value: bomb })).toBe('yaml-not-editable')
  })

  test('a file with the line ends of Windows keeps them, and one without a last line end too', () => {
    const windows = 'a:\r\n  - b: 1\r\n  - b: 2'
    expect(edited(windows, { kind: 'insert', path: ['a'], at: 2, value: { b: 3 } })).toBe(
      `${windows}\r\n  - b: 3`,
    )
    expect(edited(windows, { kind: 'set', path: ['a', 0, 'c'], value: 'x' })).toBe(
      'a:\r\n  - b: 1\r\n    c: x\r\n  - b: 2',
    )
  })
})

describe('an edit without a place, or of what cannot be edited alone, is refused', () => {
  test.each<[why: string, text: string, edit: YamlEdit, refusal: string]>([
    ['no YAML', 'a: [', { kind: 'set', path: ['a'], value: 1 }, 'yaml-unreadable'],
    ['an alias', 'a: &x 1\nb: *x\n', { kind: 'set', path: ['a'], value: 2 }, 'yaml-unreadable'],
    ['a key twice', 'a: 1\na: 2\n', { kind: 'set', path: ['a'], value: 2 }, 'yaml-unreadable'],
    ['a text that is too long', 'a'.repeat(600_000), { kind: 'set', path: [], value: 2 }, 'yaml-unreadable'],
    ['no such entry', quiz, { kind: 'set', path: ['items', 7, 'id'], value: 'x' }, 'yaml-place-unknown'],
    ['no such list', quiz, { kind: 'insert', path: ['note'], at: 0, value: 'x' }, 'yaml-place-unknown'],
    ['beyond the end', quiz, { kind: 'insert', path: ['items'], at: 3, value: 'x' }, 'yaml-place-unknown'],
    ['an inherited name', quiz, { kind: 'remove', path: ['constructor'] }, 'yaml-place-unknown'],
    ['half an entry', quiz, { kind: 'move', path: ['items'], from: 0.5, to: 1 }, 'yaml-place-unknown'],
    [
      'a list that begins in its list’s line',
      '- - a\n  - b\n',
      { kind: 'move', path: [0], from: 0, to: 1 },
      'yaml-not-editable',
    ],
  ])('%s', (_, text, edit, refusal) => {
    expect(edited(text, edit)).toBe(refusal)
  })
})
