import { describe, expect, test } from 'vitest'
import {
  checkIds,
  citedSourceIds,
  contactIds,
  contentNotes,
  type LessonNode,
  type LessonTree,
  plainText,
  readingMinutes,
  termIds,
  wordCount,
} from '#lib/domain/curriculum/lesson-tree'

const p = (...children: LessonNode[]): LessonNode => ({ kind: 'element', tag: 'p', children })
const cite = (id: string): LessonNode => ({ kind: 'component', name: 'Cite', props: { id }, children: [] })
const contact = (id: string): LessonNode => ({
  kind: 'component',
  name: 'Contact',
  props: { id },
  children: [],
})
const option = (text: string): LessonNode => ({
  kind: 'component',
  name: 'Option',
  props: { text, feedback: 'Because.' },
  children: [],
})
const check = (id: string, source: string): LessonNode => ({
  kind: 'component',
  name: 'Check',
  props: { id, question: 'Which one?', source },
  children: [option('This'), option('That')],
})
const tree = (...children: LessonNode[]): LessonTree => ({ format: 1, children })

describe('what a lesson names', () => {
  const lesson = tree(
    p('First ', cite('b'), ' then ', cite('a'), cite('b')),
    contact('hotline'),
    check('c1', 'c'),
    contact('hotline'),
    check('c2', 'a'),
  )

  test('sources come once each, in the order of first mention, those of checks included', () => {
    expect(citedSourceIds(lesson)).toEqual(['b', 'a', 'c'])
  })
  test('checks come in reading order', () => {
    expect(checkIds(lesson)).toEqual(['c1', 'c2'])
  })
  test('a contact shown twice is named once', () => {
    expect(contactIds(lesson)).toEqual(['hotline'])
  })
  test('terms are found inside emphasis inside a list', () => {
    const term: LessonNode = { kind: 'component', name: 'Term', props: { id: 't' }, children: ['word'] }
    const strong: LessonNode = { kind: 'element', tag: 'strong', children: [term] }
    expect(termIds(tree({ kind: 'element', tag: 'ul', children: [p(strong)] }))).toEqual(['t'])
  })
  test('a content note says what it is about', () => {
    const note: LessonNode = {
      kind: 'component',
      name: 'ContentNote',
      props: { about: 'threats' },
      children: [],
    }
    expect(contentNotes(tree(note))).toEqual(['threats'])
  })
})

describe('how long a lesson is', () => {
  test('questions, options and feedback are words that a learner reads', () => {
    expect(plainText(tree(check('c1', 's')))).toBe('Which one? This Because. That Because.')
  })
  test('an empty lesson has no words and still takes a minute', () => {
    expect([wordCount(tree()), readingMinutes(tree())]).toEqual([0, 1])
  })
  test.each([
    [238, 1],
    [239, 2],
    [714, 3],
    [715, 4],
  ])('%i words take %i minutes', (words, minutes) => {
    expect(readingMinutes(tree(p(Array(words).fill('word').join(' '))))).toBe(minutes)
  })
})
