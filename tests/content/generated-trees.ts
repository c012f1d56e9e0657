import fc from 'fast-check'
import { isComponentName, lessonComponents } from '#lib/content/lesson/registry'
import {
  type ComponentName,
  calloutKinds,
  columnTones,
  type LessonNode,
  type LessonTree,
  markdownTags,
} from '#lib/domain/curriculum/lesson-tree'

/** Words that a browser might take for something else. */
const nasty = fc.oneof(
  fc.string(),
  fc.constantFrom(
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    '{process.exit(1)}',
    '&lt;b&gt;',
    '\u202E\u0000',
    '__proto__',
    'javascript:alert(1)',
  ),
)
const address = fc.oneof(
  nasty,
  fc.webUrl(),
  fc.constantFrom(
    'javascript:alert(1)',
    '//example.org',
    '/\\example.org',
    'data:text/html,x',
    '/help',
    '#a',
  ),
)
const yes = fc.constant(true as const)
const none = fc.constant({})

/** Attributes as the types have them, but with hostile words: what a broken database could hand to the page. */
const attributes: { readonly [Name in ComponentName]: fc.Arbitrary<object> } = {
  Callout: fc.record({ kind: fc.constantFrom(...calloutKinds), title: nasty }, { requiredKeys: ['kind'] }),
  Figure: fc.record({ src: nasty, alt: nasty, caption: nasty }, { requiredKeys: ['src', 'alt'] }),
  Check: fc.record(
    { id: nasty, question: nasty, objective: nasty, source: nasty },
    { requiredKeys: ['id', 'question'] },
  ),
  Option: fc.record({ text: nasty, feedback: nasty, correct: yes }, { requiredKeys: ['text', 'feedback'] }),
  Reveal: fc.record({ summary: nasty }),
  Steps: none,
  Step: fc.record({ title: nasty }, { requiredKeys: [] }),
  Compare: none,
  Column: fc.record({ title: nasty, tone: fc.constantFrom(...columnTones) }, { requiredKeys: ['title'] }),
  Contact: fc.record({ id: fc.constantFrom('hotline', 'nobody') }),
  Cite: fc.record({ id: fc.constantFrom('study', 'other', 'nobody') }),
  Term: fc.record({ id: fc.constantFrom('coercion', 'nobody') }),
  ContentNote: fc.record({ about: nasty }),
  Gentle: none,
}

const names = Object.keys(lessonComponents).filter(isComponentName)

const { node } = fc.letrec<{ node: LessonNode; children: LessonNode[] }>((tie) => ({
  children: fc.array(tie('node'), { maxLength: 4 }),
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    nasty,
    fc.record(
      {
        kind: fc.constant('element' as const),
        tag: fc.constantFrom(...markdownTags),
        href: address,
        start: fc.nat(),
        align: fc.constantFrom('left' as const, 'center' as const, 'right' as const),
        children: tie('children'),
      },
      { requiredKeys: ['kind', 'tag', 'children'] },
    ),
    fc.constantFrom(...names).chain((name) =>
      fc.record({
        kind: fc.constant('component' as const),
        name: fc.constant(name),
        props: attributes[name],
        children: tie('children'),
      }),
    ) as unknown as fc.Arbitrary<LessonNode>,
  ),
}))

/** Trees of every shape, also such as no lesson can have. */
export const anyTree: fc.Arbitrary<LessonTree> = fc.record({
  format: fc.constant(1 as const),
  children: fc.array(node, { maxLength: 6 }),
})
