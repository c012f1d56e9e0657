import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, describe, expect, test } from 'vitest'
import { ContactCard } from '#components/lesson/contact-card'
import { LessonSources, LessonTerms } from '#components/lesson/lesson-sources'
import { LessonView } from '#components/lesson/lesson-view'
import { openLessonCompiler } from '#lib/content/lesson/lesson-compiler'
import type { LessonNode, LessonTree } from '#lib/domain/curriculum/lesson-tree'
import type { Contact, Term } from '#lib/domain/curriculum/reference'
import type { ShownSource } from '#lib/domain/curriculum/register-words'
import { messages } from '#lib/web/messages'
import { anyTree } from '#tests/content/generated-trees'
import { goodLesson, goodRegisters } from '#tests/content/good-lesson'
import { isLessonAddress, isLessonAttribute, isLessonTag, markupOf } from '#tests/content/markup'

const labels = messages.en.lesson
const contact: Contact = {
  id: 'hotline',
  name: 'Hotline',
  who: 'Anyone',
  phone: '1-888-373-7888',
  text: '233733 (text HELP)',
  chat: 'https://example.org/chat',
  hours: 'Always',
  languages: 'Many',
  source: 'study',
  checkedOn: '2026-11-01',
  confidence: 'verified',
  scope: 'national',
}
const source: ShownSource = {
  id: 'study',
  citation: 'A study',
  url: 'https://example.org/study',
  accessedOn: '2026-11-01',
  status: 'general-knowledge',
  remark: 'abstract read',
  supports: ['A claim'],
}
const term: Term = { id: 'coercion', term: 'Coercion', definition: 'A threat.' }

const formatDate = (date: string) => `on ${date}`
const draw = (tree: LessonTree) =>
  renderToStaticMarkup(
    LessonView({
      tree,
      labels,
      contacts: [contact],
      terms: [term],
      hrefForPicture: (name: string) => `/media/m01/${name}`,
      formatDate,
    }),
  )

const cardOf = (phone: string) =>
  renderToStaticMarkup(ContactCard({ contact: { ...contact, phone }, labels: labels.contact, formatDate }))

const compiler = openLessonCompiler()
afterAll(() => compiler.close())

async function drawn(text: string) {
  const result = await compiler.compile(text, goodRegisters)
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return draw(result.value.tree)
}

describe('whatever the tree says, the page has only what lessons may have', () => {
  test('tags, attributes and addresses', () => {
    fc.assert(
      fc.property(anyTree, (tree) => {
        const markup = markupOf(draw(tree))
        expect(markup.tags.filter((tag) => !isLessonTag(tag))).toEqual([])
        expect(markup.attributes.filter((attribute) => !isLessonAttribute(attribute))).toEqual([])
        expect(markup.attributes.filter((attribute) => !isLessonAddress(attribute))).toEqual([])
      }),
      { numRuns: 400 },
    )
  })

  test('a tag that is not in the language shows its words only', () => {
    const script = { kind: 'element', tag: 'script', children: ['alert(1)'] } as unknown as LessonNode
    const unknown = {
      kind: 'component',
      name: 'constructor',
      props: {},
      children: ['x'],
    } as unknown as LessonNode
    const markup = markupOf(draw({ format: 1, children: [script, unknown] }))
    expect(markup.tags).toEqual(['div'])
  })
})

describe('a lesson as it is drawn', () => {
  test('each block has a number, by which reading resumes', async () => {
    const html = await drawn('First.\n\n## Second\n\n- third')
    expect([...html.matchAll(/<(\w+) id="(block-\d)"/g)].map(([, tag, id]) => [tag, id])).toEqual([
      ['p', 'block-1'],
      ['h2', 'block-2'],
      ['ul', 'block-3'],
    ])
  })

  test('a check is a group of radio inputs, and each option has its answer beside it', async () => {
    const html = await drawn(goodLesson)
    expect(html.match(/<fieldset><legend>/g)).toHaveLength(1)
    expect([...html.matchAll(/type="radio"[^>]*name="(.+?)"|name="(.+?)"[^>]*type="radio"/g)]).toHaveLength(2)
    expect(
      [...html.matchAll(/role="status">.*?<strong>(.+?)<\/strong> (\w+\.)/g)].map(([, a, b]) => [a, b]),
    ).toEqual([
      [labels.check.notRight, 'No.'],
      [labels.check.right, 'Yes.'],
    ])
  })

  test('the gentle words are shown, the hard ones wait to be opened', async () => {
    const html = await drawn(goodLesson)
    expect(html).toMatch(/The soft words\.<\/p><\/div><details.*<summary.*The hard words\./)
  })

  test('a contact says how to reach it, when that was checked and how sure we are', async () => {
    const html = await drawn('<Contact id="hotline" />')
    expect(html).toContain('href="tel:18883737888"')
    expect(html).toContain('href="sms:233733"')
    expect(html).toContain('<time dateTime="2026-11-01">on 2026-11-01</time>')
    expect(html).toContain(labels.contact.confidence.verified)
  })

  test.each([
    ['(573) 555-0100', 'href="tel:5735550100"'],
    ['+44 20 7946 0000', 'href="tel:+442079460000"'],
  ])('%s can be dialled', (phone, link) => {
    expect(cardOf(phone)).toContain(link)
  })

  test.each(['555-0100, ask for Ana', '573-555-0100 573-555-0199', '573-555-0100 - 911'])(
    'no telephone can dial %s, which is shown as it is',
    (phone) => {
      expect(cardOf(phone)).toContain(phone)
      expect(cardOf(phone)).not.toContain('tel:')
    },
  )

  test('a note leads to its source and back, once', async () => {
    const html = await drawn('One. <Cite id="study" /> Two. <Cite id="study" />')
    expect(html.match(/href="#source-1"/g)).toHaveLength(2)
    expect(html.match(/id="cite-1"/g)).toHaveLength(1)
    // Its number never begins a line.
    expect(html).toContain('One.<sup>')
  })

  test('a table of three columns names the column of every cell, for a phone', async () => {
    const rows = '| Tool | For <Cite id="study" /> | Limit |\n| --- | --- | --- |\n| RAFT | Adults | Small |'
    const html = await drawn(rows)
    expect(html).toContain(`<section aria-label="${labels.table} 1" class="stacked`)
    expect(html).toMatch(/<td role="cell">RAFT<.*data-column="For">Adults<.*data-column="Limit">Small</)
    const narrow = await drawn('| Tool | For |\n| --- | --- |\n| RAFT | Adults |')
    expect(narrow).not.toMatch(/stacked|data-column|role=/)
  })

  test('every id is used once', async () => {
    const html = await drawn(`${goodLesson}\n<Term id="coercion">again</Term> <Cite id="study" />`)
    const ids = markupOf(html).attributes.flatMap(([name, value]) => (name === 'id' ? [value] : []))
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('what stands after a lesson', () => {
  const cite: LessonNode = { kind: 'component', name: 'Cite', props: { id: 'study' }, children: [] }
  const threat: LessonNode = {
    kind: 'component',
    name: 'Term',
    props: { id: 'coercion' },
    children: ['threat'],
  }

  test('sources say honestly what we read', () => {
    const tree: LessonTree = { format: 1, children: [cite] }
    const html = renderToStaticMarkup(
      LessonSources({ tree, sources: [source], labels: labels.sources, formatDate }),
    )
    expect(html).toContain(labels.sources.status['general-knowledge'])
    expect(html).toMatch(
      /<li id="source-1"><a href="https:\/\/example\.org\/study" rel="noopener noreferrer">A study/,
    )
    expect(html).toContain('A study</a> (abstract read)')
    expect(html).toContain('href="#cite-1"')
  })
  test('terms stand there for print', () => {
    const tree: LessonTree = { format: 1, children: [threat] }
    expect(renderToStaticMarkup(LessonTerms({ tree, terms: [term], labels: labels.terms }))).toContain(
      'A threat.',
    )
  })
  test('nothing stands there when a lesson names nothing', () => {
    const tree: LessonTree = { format: 1, children: ['Words.'] }
    expect(LessonSources({ tree, sources: [source], labels: labels.sources, formatDate })).toBeNull()
    expect(LessonTerms({ tree, terms: [term], labels: labels.terms })).toBeNull()
  })
})
