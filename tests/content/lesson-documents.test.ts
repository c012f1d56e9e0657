import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { openLessonCompiler } from '#lib/content/lesson/lesson-compiler'
import { foreignMarkup } from '#tests/content/drawn-lesson'
import { goodRegisters } from '#tests/content/good-lesson'
import { hostileSyntax } from '#tests/content/hostile-syntax'
import { hostileTexts } from '#tests/content/hostile-texts'

const compiler = openLessonCompiler()
afterAll(() => compiler.close())

const goodPieces = [
  '## Heading',
  'Words *and* **strong**.',
  '- one\n- two\n  - three',
  '> said',
  '<Callout kind="note">\n\nwords\n\n</Callout>',
  '<Reveal summary="more">words</Reveal>',
  'A <Term id="coercion">threat</Term>. <Cite id="study" />',
  '<Contact id="hotline" />',
  '| a |\n| - |\n| b |',
  '[words](https://example.org)',
  '---',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '\\<script>',
  '\\{1 + 1\\}',
]
const oddPieces = [...hostileSyntax, ...hostileTexts].map(({ text }) => text.replace('Good words.\n\n', ''))

/** Good pieces in any order; now and then a hostile one, or a few characters that mean something to the parser. */
const anyDocument = fc
  .array(
    fc.oneof(
      { weight: 12, arbitrary: fc.constantFrom(...goodPieces) },
      { weight: 1, arbitrary: fc.constantFrom(...oddPieces) },
      {
        weight: 1,
        arbitrary: fc.string({ unit: fc.constantFrom(...'*_[](){}<>/="`\\&|#- a\n'), maxLength: 20 }),
      },
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((pieces) => pieces.join('\n\n'))

test('any document is refused at a place, or drawn with nothing but what lessons may have, and previewed alike', async () => {
  let drawn = 0
  await fc.assert(
    fc.asyncProperty(anyDocument, async (text) => {
      const result = await compiler.compile(text, goodRegisters)
      drawn += result.ok ? 1 : 0
      const problems = result.ok ? [] : result.refusal
      expect(
        problems.filter(({ line, column, message }) => line < 1 || column < 1 || message === ''),
      ).toEqual([])
      expect(result.ok ? foreignMarkup(result.value.tree) : []).toEqual([])
      const seen = await compiler.preview(text, goodRegisters, 'en')
      expect(seen.ok ? seen.value.lesson : seen.refusal).toEqual(result.ok ? result.value : problems)
    }),
    { numRuns: 300 },
  )
  expect(drawn).toBeGreaterThan(50)
})
