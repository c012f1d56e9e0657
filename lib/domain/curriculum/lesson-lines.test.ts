import { expect, test } from 'vitest'
import { lessonLines } from '#lib/domain/curriculum/lesson-lines'

test('a lesson without its look is one line for each paragraph, title and description, in reading order', () => {
  const lines = lessonLines({
    format: 1,
    children: [
      { kind: 'element', tag: 'h2', children: ['What to notice'] },
      {
        kind: 'element',
        tag: 'p',
        children: ['Words ', { kind: 'element', tag: 'em', children: ['that count'] }, '.'],
      },
      {
        kind: 'component',
        name: 'Callout',
        props: { kind: 'note', title: 'One sign' },
        children: [{ kind: 'element', tag: 'p', children: ['is weak'] }],
      },
      { kind: 'component', name: 'Figure', props: { src: 'a.png', alt: 'Two chairs' }, children: [] },
    ],
  })
  expect(lines).toEqual(['What to notice', 'Words that count.', 'One sign', 'is weak', 'Two chairs'])
})
