import { expect, test } from 'vitest'
import { lessonSkeleton, skeletonDifference } from '#lib/domain/curriculum/lesson-skeleton'
import type { LessonNode, LessonTree } from '#lib/domain/curriculum/lesson-tree'

const p = (...children: LessonNode[]): LessonNode => ({ kind: 'element', tag: 'p', children })
const list = (...items: string[]): LessonNode => ({
  kind: 'element',
  tag: 'ul',
  children: items.map((item) => ({ kind: 'element', tag: 'li', children: [item] })),
})
const cite = (id: string): LessonNode => ({ kind: 'component', name: 'Cite', props: { id }, children: [] })
const check = (...options: readonly (readonly [string, boolean])[]): LessonNode => ({
  kind: 'component',
  name: 'Check',
  props: { id: 'c1', question: options[0]?.[0] ?? '', objective: 'm01-o1' },
  children: options.map(([text, correct]) => ({
    kind: 'component',
    name: 'Option',
    props: { text, feedback: text, ...(correct ? { correct: true } : {}) },
    children: [],
  })),
})
const tree = (...children: LessonNode[]): LessonTree => ({ format: 1, children })

test('words, paragraphs and emphasis are the translator’s own', () => {
  const original = tree(p('One. Two. ', cite('a')), list('x', 'y'))
  const translated = tree(
    p('Uno.'),
    p('Dos. ', { kind: 'element', tag: 'strong', children: ['!'] }, cite('a')),
    list('equis', 'ye'),
  )
  expect(skeletonDifference(original, translated)).toBeUndefined()
})

test('a list has as many points, and each source stands in its place', () => {
  expect(skeletonDifference(tree(list('x', 'y')), tree(list('equis')))).toEqual({
    original: 'li',
    translation: 'the end of the lesson',
  })
  expect(skeletonDifference(tree(p(cite('a'), cite('b'))), tree(p(cite('b'), cite('a'))))).toEqual({
    original: 'Cite a',
    translation: 'Cite b',
  })
})

test('the right option of a check stays at its place', () => {
  const original = tree(check(['Yes', true], ['No', false]))
  const turned = tree(check(['No', false], ['Sí', true]))
  expect(skeletonDifference(original, turned)).toEqual({
    original: 'Option correct',
    translation: 'Option',
  })
  expect(lessonSkeleton(original)).toEqual(['Check c1 m01-o1', 'Option correct', 'Option'])
})
