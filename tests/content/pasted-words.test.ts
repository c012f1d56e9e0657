import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { lessonSourceOf } from '#components/editor/pasted-words'
import { openLessonCompiler } from '#lib/content/lesson/lesson-compiler'
import { lessonLines } from '#lib/domain/curriculum/lesson-lines'
import { insertPasted, isFormatted, plainPasted } from '#lib/domain/curriculum/source/pasted'
import { applyChanges } from '#lib/domain/curriculum/source/source-change'
import { goodRegisters } from '#tests/content/good-lesson'

const compiler = openLessonCompiler()
afterAll(() => compiler.close())

const item = (level: number, sign: string, words: string, list = 'l0') =>
  `<p class=MsoListParagraph style='margin-left:.5in;mso-list:${list} level${level} lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>${sign}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>${words}<o:p></o:p></p>`

describe('what a word processor copied', () => {
  test('keeps its headings in two sizes, its lists, and its bold and italic words', () => {
    const html = `<html xmlns:o="urn:o"><head><style><!-- p.MsoNormal {margin:0} --></style></head><body><!--StartFragment-->
      <p class=MsoTitle><b>Calls</b><o:p></o:p></p><h2><b>Before you call</b></h2><h3>In the room</h3>
      <p class=MsoNormal>Ask <b style='mso-bidi-font-weight:normal'>first</b>, and <i>wait</i>&nbsp;a while.<o:p></o:p></p>
      ${item(1, '·', 'Say who you are')}\n${item(2, 'o', 'Your name')}\n${item(1, '·', 'Listen')}
      ${item(1, '1.', 'Knock', 'l1')}\n${item(1, '2.', 'Wait', 'l1')}
      <!--EndFragment--></body></html>`
    expect(isFormatted(html)).toBe(true)
    expect(lessonSourceOf(html)).toBe(
      [
        '## Calls',
        '### Before you call',
        '### In the room',
        'Ask **first**, and *wait* a while.',
        '- Say who you are\n  - Your name\n- Listen',
        '1. Knock\n2. Wait',
      ].join('\n\n'),
    )
  })

  test('keeps bold words that are a style, and bullets that were drawn by hand', () => {
    const html = `<meta charset="utf-8"><b style="font-weight:normal" id="docs-internal-guid-1"><h1><span style="font-weight:400">Calls</span></h1>
      <p><span style="font-weight:700">First</span><span> ask.</span></p><p>• one</p><p><span>·&nbsp; two</span></p>
      <ul><li style="font-weight:400"><p><span>three</span></p></li></ul></b>`
    expect(lessonSourceOf(html)).toBe(
      '## Calls\n\n**First** ask.\n\n- one\n- two\n\n- three'.replace('two\n\n-', 'two\n\n*'),
    )
  })

  test('keeps a table and the links that lead somewhere; pictures, remarks and what nobody sees stay behind', () => {
    const html = `<table><tr><td><p>Who</p></td><td><p>When | how</p></td></tr><tr><td>Front desk</td><td>At once</td></tr></table>
      <p><img src="file:///c:/x.png" alt="x">See <a href="https://example.org/a" title="t">this</a><a href="#_ftn1">[1]</a>, so\u00ADft.</p>
      <script>alert(1)</script><h2></h2><p><b> </b></p>`
    expect(lessonSourceOf(html)).toBe(
      '| Who        | When \\| how |\n| ---------- | ----------- |\n| Front desk | At once     |\n\nSee [this](https://example.org/a)\\[1], soft.',
    )
  })

  test('is read as the words that were copied, whatever signs are in them', async () => {
    const signs = fc.string({
      unit: fc.constantFrom(...'ab *_[](){}<>/="`\\&|#-+~:1.!'),
      minLength: 1,
      maxLength: 12,
    })
    const phrase = fc
      .oneof(signs, fc.constantFrom('import a', 'export b', '1. c', '# d', '---'))
      .filter((words) => words.trim() !== '')
      .map((words) => `x${words}`)
    const escaped = (words: string) =>
      words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
    const block = fc.oneof(
      phrase.map((words) => ({ html: `<p>${escaped(words)}</p>`, words })),
      phrase.map((words) => ({ html: `<p>import <b>${escaped(words)}</b></p>`, words: `import ${words}` })),
      phrase.map((words) => ({ html: `<ul><li>${escaped(words)}</li></ul>`, words })),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(block, { minLength: 1, maxLength: 4 }), async (blocks) => {
        const source = lessonSourceOf(blocks.map(({ html }) => html).join(''))
        const read = await compiler.preview(source, goodRegisters, 'en')
        expect(read.ok ? [] : read.refusal, source).toEqual([])
        const folded = (words: string) => words.replace(/\s+/g, ' ').trim()
        const shown = read.ok ? lessonLines(read.value.lesson.tree).join('\n') : ''
        for (const { words } of blocks) expect(shown).toContain(folded(words))
      }),
      { numRuns: Number(process.env['RUNS'] ?? 60) },
    )
  })
})

test('text of an editor of source, or without any markup, is pasted as it is', () => {
  expect(isFormatted('<div style="font-family: Consolas, monospace; white-space: pre;"><b>x</b></div>')).toBe(
    false,
  )
  expect(isFormatted('<meta charset="utf-8"><span>plain words</span>')).toBe(false)
  expect(plainPasted('a\u00ADb\u00A0c\r\n•\tone\r\n · two\r\n- three')).toBe('ab c\n- one\n- two\n- three')
})

test('one paragraph goes into the line, more stand on lines of their own, over what was selected', () => {
  const pasted = (source: string, from: number, to: number, text: string) => {
    const { changes, select } = insertPasted(source, { from, to }, text)
    const made = applyChanges(source, changes)
    return `${made.slice(0, select.from)}|${made.slice(select.to)}`
  }
  expect(pasted('One two.', 4, 7, '**three**')).toBe('One **three**|.')
  expect(pasted('One.\n\nTwo.', 4, 4, '- a\n- b')).toBe('One.\n\n- a\n- b|\n\nTwo.')
  expect(pasted('One two.', 4, 4, '## Title')).toBe('One \n\n## Title|\n\ntwo.')
})
