import { expect, test } from 'vitest'
import { endList, insertLink, toggleLines, toggleMark } from '#lib/domain/curriculum/source/markdown-tools'
import { applyChanges, type SourceEdit } from '#lib/domain/curriculum/source/source-change'

const done = (source: string, { changes, select }: SourceEdit) => {
  const text = applyChanges(source, changes)
  return [text, text.slice(select.from, select.to)]
}

test('a mark is put around what is selected, and taken away again', () => {
  expect(done('One two.', toggleMark('One two.', { from: 4, to: 7 }, '**', 'words'))).toEqual([
    'One **two**.',
    'two',
  ])
  expect(done('One **two**.', toggleMark('One **two**.', { from: 6, to: 9 }, '**', 'words'))).toEqual([
    'One two.',
    'two',
  ])
})

test('a mark without a selection gets words to type over', () => {
  expect(done('One ', toggleMark('One ', { from: 4, to: 4 }, '*', 'words'))).toEqual(['One *words*', 'words'])
})

test('lines become a list, another list, and plain lines again', () => {
  const whole = (source: string) => ({ from: 0, to: source.length })
  const listed = done('a\n\nb', toggleLines('a\n\nb', whole('a\n\nb'), 'list'))[0] ?? ''
  expect(listed).toBe('- a\n\n- b')
  const numbered = done(listed, toggleLines(listed, whole(listed), 'numbered'))[0] ?? ''
  expect(numbered).toBe('1. a\n\n2. b')
  expect(done(numbered, toggleLines(numbered, whole(numbered), 'numbered'))[0]).toBe('a\n\nb')
})

test('bullets that were typed or copied give way to the sign of a list', () => {
  const typed = '• Say who you are\n \t▪  Listen\n·Wait'
  expect(done(typed, toggleLines(typed, { from: 0, to: typed.length }, 'list'))[0]).toBe(
    '- Say who you are\n- Listen\n- Wait',
  )
})

test('a heading is made of the line in which the cursor stands, and of an empty line too', () => {
  expect(done('a\nb', toggleLines('a\nb', { from: 3, to: 3 }, 'heading'))[0]).toBe('a\n## b')
  expect(done('', toggleLines('', { from: 0, to: 0 }, 'heading'))[0]).toBe('## ')
})

test('a list ends from an empty item, and what is typed next is a paragraph of its own', () => {
  const ended = (source: string) => {
    const edit = endList(source, source.length)
    return edit && `${applyChanges(source, edit.changes).slice(0, edit.select.from)}Words.`
  }
  expect(ended('1. a\n2. b\n3. ')).toBe('1. a\n2. b\n\nWords.')
  expect(ended('- a\n  - ')).toBe('- a\n\nWords.')
  expect(ended('> a\n> ')).toBe('> a\n\nWords.')
  expect(ended('1. a\n2. b')).toBeNull()
  expect(ended('a\n')).toBeNull()
})

test('the address of a new link is selected, to be typed over', () => {
  expect(done('See this.', insertLink('See this.', { from: 4, to: 8 }, 'words'))).toEqual([
    'See [this](https://).',
    'https://',
  ])
})
