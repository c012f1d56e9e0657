import { readdirSync, readFileSync } from 'node:fs'
import { createProcessor } from '@mdx-js/mdx'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { componentForms } from '#lib/content/lesson/component-forms'
import { lessonLanguage } from '#lib/content/lesson/language'
import { openLessonCompiler } from '#lib/content/lesson/lesson-compiler'
import { isJsx, type SourceNode, textsBelow } from '#lib/content/lesson/source-node'
import { attributeText } from '#lib/domain/curriculum/source/attribute-text'
import { changeAttributes } from '#lib/domain/curriculum/source/change-attributes'
import { blockText, insertBlock, insertInline } from '#lib/domain/curriculum/source/component-text'
import { plainParagraphs } from '#lib/domain/curriculum/source/plain-words'
import { applyChanges } from '#lib/domain/curriculum/source/source-change'
import { sourceTags, tagAround } from '#lib/domain/curriculum/source/source-tags'
import { goodLesson, goodRegisters } from '#tests/content/good-lesson'
import { filledForm, formOf, typedText, typedWords } from '#tests/content/source-documents'

const compiler = openLessonCompiler()
afterAll(() => compiler.close())

const ids = {
  sources: 'study',
  contacts: 'hotline',
  terms: 'coercion',
  objectives: 'm01-o1',
  media: 'quiet-room.png',
}
const blocks = componentForms.filter(({ place }) => place === 'block')
const anyBlock = fc.constantFrom(...blocks).chain((form) => filledForm(form, ids))
const anyDocument = fc
  .array(fc.oneof(anyBlock.map(blockText), typedText.map(plainParagraphs)), { minLength: 1, maxLength: 5 })
  .map((pieces) => pieces.join('\n\n'))

type Placed = SourceNode & { readonly position: { readonly start: { readonly offset: number } } }
const processor = createProcessor(lessonLanguage({}))
const parse = (source: string) => processor.parse(source) as SourceNode

/** What the real parser reads: each component with its attributes, in the order of the text. */
function parsedTags(source: string) {
  const found: { at: number; name: string; attributes: object }[] = []
  const waiting: SourceNode[] = [parse(source)]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    waiting.push(...(node.children ?? []))
    if (!isJsx(node)) continue
    const attributes = (node.attributes ?? []).map(({ name = '', value }) => [name, value ?? true])
    const at = (node as Placed).position.start.offset
    found.push({ at, name: node.name ?? '', attributes: Object.fromEntries(attributes) })
  }
  return found.sort((a, b) => a.at - b.at)
}

const scannedTags = (source: string) =>
  sourceTags(source)
    .filter(({ kind }) => kind !== 'close')
    .map(({ from, name, attributes }) => ({
      at: from,
      name,
      attributes: Object.fromEntries(attributes.map((each) => [each.name, each.value])),
    }))

/** What the lesson language makes of white space in attributes. */
const folded = (words: string) => words.replace(/\s+/g, ' ').trim()

describe('the forms of components', () => {
  test('are made from the schemas of the registry, with the registers from which ids are chosen', () => {
    expect(formOf('Check')).toEqual({
      name: 'Check',
      place: 'block',
      fields: [
        { name: 'id', kind: 'name', longest: 80, isRequired: true },
        { name: 'question', kind: 'words', longest: 600, isRequired: true },
        { name: 'objective', kind: 'name', longest: 80, isRequired: false, register: 'objectives' },
        { name: 'source', kind: 'name', longest: 80, isRequired: false, register: 'sources' },
      ],
      text: 'none',
      parts: [{ name: 'Option', least: 2, most: 5 }],
    })
    expect(formOf('Callout').fields[0]).toEqual({
      name: 'kind',
      kind: 'choice',
      choices: ['note', 'safety', 'warning', 'monday'],
      isRequired: true,
    })
    expect(formOf('ContentNote').parts).toEqual([{ name: 'Gentle', least: 1, most: 1 }])
  })

  test('write a component that passes the check, whatever words are typed and wherever it is put', async () => {
    const around =
      'One line\nand another.\n\n- a list\n- of two\n\n<Reveal summary="more">\n\nWords.\n\n</Reveal>\n'
    await fc.assert(
      fc.asyncProperty(anyBlock, fc.nat({ max: around.length }), async (filled, at) => {
        const tag = tagAround(around, at)
        const { changes, select } = insertBlock(around, tag?.to ?? at, filled)
        const source = applyChanges(around, changes)
        const text = blockText(filled)
        expect(source.slice(0, select.from).endsWith(`${text}\n\n`)).toBe(true)
        expect(await compiler.check(source, goodRegisters), source).toEqual([])
        const written = parsedTags(source).find((each) => each.at === select.from - text.length - 2)
        const attributes = Object.entries(filled.attributes).map(([name, value]) => [
          name,
          value === true ? true : folded(value),
        ])
        expect(written).toMatchObject({ name: filled.name, attributes: Object.fromEntries(attributes) })
      }),
      { numRuns: 150 },
    )
  })

  test('leave the cursor where the next words are a paragraph of their own', async () => {
    await fc.assert(
      fc.asyncProperty(anyBlock, fc.nat({ max: goodLesson.length }), async (filled, at) => {
        const { changes, select } = insertBlock(goodLesson, tagAround(goodLesson, at)?.to ?? at, filled)
        expect(select.from).toBe(select.to)
        const source = applyChanges(goodLesson, changes)
        const typed = `${source.slice(0, select.from)}And thank you.${source.slice(select.to)}`
        const paragraphs: SourceNode[] = [parse(typed)]
        for (const node of paragraphs) paragraphs.push(...(node.children ?? []))
        const found = paragraphs.filter(({ type }) => type === 'paragraph')
        expect(
          found.map((node) =>
            textsBelow(node)
              .map(({ value }) => value)
              .join(''),
          ),
        ).toContain('And thank you.')
        expect(parsedTags(typed)).toHaveLength(parsedTags(source).length)
      }),
      { numRuns: 50 },
    )
  })

  test('write words that are read as they were typed', () => {
    fc.assert(
      fc.property(typedText, (typed) => {
        const root = parse(plainParagraphs(typed))
        const paragraphs = root.children ?? []
        const read = paragraphs.map((node) => [
          node.type,
          textsBelow(node)
            .map((text) => text.value)
            .join(''),
        ])
        expect(read).toEqual(typed.split('\n').map((line) => ['paragraph', folded(line)]))
      }),
    )
  })

  test('put a term around what is selected, and a note after it', () => {
    const term = { name: 'Term', attributes: { id: 'coercion' }, text: '', parts: [] } as const
    const note = { name: 'Cite', attributes: { id: 'study' }, text: '', parts: [] } as const
    const said = (edit: ReturnType<typeof insertInline>) => applyChanges('A *hard* word.', edit.changes)
    expect(said(insertInline('A *hard* word.', { from: 2, to: 8 }, term, true))).toBe(
      'A <Term id="coercion">*hard*</Term> word.',
    )
    expect(said(insertInline('A *hard* word.', { from: 14, to: 14 }, note, false))).toBe(
      'A *hard* word. <Cite id="study" />',
    )
  })
})

const shipped = readdirSync('content/modules', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.mdx'))
  .map((file) => readFileSync(`content/modules/${file}`, 'utf8'))

describe('the tags of a source', () => {
  test('are those that the parser reads, in every shipped lesson', () => {
    expect(shipped.length).toBeGreaterThan(30)
    for (const source of [goodLesson, ...shipped]) expect(scannedTags(source)).toEqual(parsedTags(source))
  })

  test('are those that the parser reads, in any document that the forms write', () => {
    fc.assert(
      fc.property(anyDocument, (source) => {
        expect(scannedTags(source)).toEqual(parsedTags(source))
      }),
    )
  })

  test('are found in one pass, however hostile the text', () => {
    for (const piece of ['<A ', '<A a="', "<A a='", '<A\n', '<', '\\<A', '<A a = ']) {
      expect(sourceTags(piece.repeat(Math.floor(50_000 / piece.length))).length).toBeLessThan(2)
    }
  })
})

describe('changing a component by its form', () => {
  const values = fc.dictionary(
    fc.constantFrom('title', 'kind', 'summary', 'caption'),
    fc.oneof(typedWords.map(folded), fc.constant(undefined), fc.constant(true as const)),
  )
  test('changes the attributes that it says, and not one sign of anything else', () => {
    fc.assert(
      fc.property(anyDocument, fc.nat(), values, (source, pick, wanted) => {
        const tags = sourceTags(source).filter(({ kind }) => kind !== 'close')
        const tag = tags[pick % Math.max(1, tags.length)]
        if (!tag) return
        const changed = applyChanges(source, changeAttributes(tag, wanted))
        const grown = changed.length - source.length
        expect(changed.slice(0, tag.nameTo)).toBe(source.slice(0, tag.nameTo))
        expect(changed.slice(tag.to + grown)).toBe(source.slice(tag.to))
        const before = scannedTags(source).map((each) => each.attributes)
        const after = parsedTags(changed).map((each) => each.attributes)
        const index = tags.indexOf(tag)
        const expected = Object.entries({ ...before[index], ...wanted }).filter(
          ([, value]) => value !== undefined,
        )
        expect(after[index]).toEqual(Object.fromEntries(expected))
        expect(after.toSpliced(index, 1)).toEqual(before.toSpliced(index, 1))
      }),
    )
  })

  test('leaves the source as it is when nothing is changed', () => {
    for (const source of [goodLesson, ...shipped]) {
      for (const tag of sourceTags(source)) {
        const given = tag.attributes.map(({ name, value }) => [name, value])
        expect(changeAttributes(tag, Object.fromEntries(given))).toEqual([])
      }
    }
  })

  test('does not offer an attribute that only the source can say', () => {
    const source = '<Reveal summary="caf&eacute; &amp; t&#233;">w</Reveal>'
    expect(sourceTags(source)[0]?.attributes[0]?.value).toBeUndefined()
    expect(sourceTags(source.replace('&eacute;', 'é'))[0]?.attributes[0]?.value).toBe('café & té')
    expect(attributeText('R&D "and" &amp;\nmore')).toBe('R&amp;D &quot;and&quot; &amp;amp; more')
  })
})
