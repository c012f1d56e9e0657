import { afterAll, describe, expect, test } from 'vitest'
import { canonicalHash } from '#lib/content/canonical-hash'
import { openLessonCompiler } from '#lib/content/lesson/lesson-compiler'
import type { LessonNode } from '#lib/domain/curriculum/lesson-tree'
import { goodLesson, goodRegisters } from '#tests/content/good-lesson'

const compiler = openLessonCompiler()
afterAll(() => compiler.close())

async function treeOf(source: string) {
  const result = await compiler.compile(source, goodRegisters)
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}

const el = (tag: string, ...children: unknown[]) => ({ kind: 'element', tag, children })
const part = (name: string, props: object, ...children: unknown[]) => ({
  kind: 'component',
  name,
  props,
  children,
})

describe('a lesson becomes a plain tree', () => {
  test('with every part of the language', async () => {
    const { tree } = await treeOf(goodLesson)
    const words = (text: string) => el('p', text)
    const expected: unknown[] = [
      el('h2', 'What to notice'),
      el(
        'p',
        'Words ',
        el('em', 'and'),
        ' ',
        el('strong', 'strong'),
        ' ',
        { ...el('a', 'words'), href: 'https://example.org/a' },
        ' here. ',
        part('Cite', { id: 'study' }),
        ' A ',
        part('Term', { id: 'coercion' }, 'threat'),
        ' counts.',
      ),
      el('h3', 'In the room'),
      part('Callout', { kind: 'note', title: 'One sign is weak' }, words('on one line')),
      { ...el('ol', el('li', 'three'), el('li', 'four')), start: 3 },
      el('blockquote', words('Quoted.')),
      el(
        'table',
        el('thead', el('tr', el('th', 'Sign'), { ...el('th', 'What else'), align: 'center' })),
        el('tbody', el('tr', el('td', 'Late'), { ...el('td', 'A bus'), align: 'center' })),
      ),
      el('hr'),
      part('Figure', { src: 'quiet-room.png', alt: 'A room with two chairs', caption: 'Where we talk' }),
      part('Steps', {}, part('Step', { title: 'Ask' }, words('Ask.')), part('Step', {}, words('Wait.'))),
      part(
        'Compare',
        {},
        part('Column', { title: 'Instead of', tone: 'avoid' }, words('Pressing.')),
        part('Column', { title: 'Try', tone: 'prefer' }, words('Asking.')),
      ),
      part(
        'Check',
        { id: 'c1', question: 'Which one?', objective: 'm01-o1', source: 'study' },
        part('Option', { text: 'This', feedback: 'No.' }),
        part('Option', { text: 'That', feedback: 'Yes.', correct: true }),
      ),
      part('Reveal', { summary: 'More' }, words('Hidden words.')),
      part('Contact', { id: 'hotline' }),
      part(
        'ContentNote',
        { about: 'threats' },
        part('Gentle', {}, words('The soft words.')),
        words('The hard words.'),
      ),
    ]
    expect(tree).toEqual({ format: 1, children: expected })
  })

  test('the same text has the same hash, which is that of the canonical JSON', async () => {
    const first = await treeOf(goodLesson)
    const second = await treeOf(goodLesson)
    expect([first.hash, canonicalHash(first.tree)]).toEqual([second.hash, second.hash])
  })

  test('line ends of another system make no difference', async () => {
    const other = await treeOf(goodLesson.replaceAll('\n', '\r\n'))
    expect(other.hash).toBe((await treeOf(goodLesson)).hash)
  })

  test('a character reference is the character', async () => {
    const { tree } = await treeOf('Under 18 &#123; &lt; 21 &amp; so on.')
    expect(tree.children).toEqual([el('p', 'Under 18 { < 21 & so on.')] as unknown as LessonNode[])
  })

  test('a link by reference keeps its good address', async () => {
    const { tree } = await treeOf('[Words][a].\n\n[a]: https://example.org/a')
    expect(tree.children).toEqual([
      el('p', { ...el('a', 'Words'), href: 'https://example.org/a' }, '.'),
    ] as unknown as LessonNode[])
  })
})
