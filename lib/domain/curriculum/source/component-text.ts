import { writtenAttribute } from '#lib/domain/curriculum/source/change-attributes'
import type { FilledComponent } from '#lib/domain/curriculum/source/component-form'
import { plainLine, plainParagraphs } from '#lib/domain/curriculum/source/plain-words'
import type { SourceEdit } from '#lib/domain/curriculum/source/source-change'

const opening = ({ name, attributes }: FilledComponent) =>
  [name, ...Object.entries(attributes).map(([key, value]) => writtenAttribute(key, value))].join(' ')

/** A component on lines of its own. */
export function blockText(filled: FilledComponent): string {
  const text = plainParagraphs(filled.text)
  const held = [...filled.parts.map(blockText), ...(text === '' ? [] : [`\n${text}\n`])]
  if (held.length === 0) return `<${opening(filled)} />`
  return [`<${opening(filled)}>`, ...held, `</${filled.name}>`].join('\n')
}

/** A component within a line. `written` is Markdown that stands there already and is put into it. */
function inlineText(filled: FilledComponent, written: string): string {
  const words = written === '' ? plainLine(filled.text) : written
  return words === '' ? `<${opening(filled)} />` : `<${opening(filled)}>${words}</${filled.name}>`
}

/** How many line ends stand directly before and after a place, spaces not counted; two where the text begins or ends. */
const lineEndsBefore = (text: string) =>
  text.trim() === '' ? 2 : (/[ \t\n]*$/.exec(text)?.[0].split('\n').length ?? 1) - 1
const lineEndsAfter = (text: string) =>
  text.trim() === '' ? 2 : (/^[ \t\n]*/.exec(text)?.[0].split('\n').length ?? 1) - 1

const gap = (lineEnds: number) => '\n'.repeat(Math.max(0, 2 - lineEnds))

/** What is missing at the end of a text, or at its beginning, for an empty line to stand there. */
export const gapAfter = (text: string): string => gap(lineEndsBefore(text))
export const gapBefore = (text: string): string => gap(lineEndsAfter(text))

/** Where the paragraph ends in which a place is; the place itself where it is between paragraphs. */
function paragraphEnd(source: string, at: number): number {
  const line = source.slice(source.lastIndexOf('\n', at - 1) + 1).split('\n', 1)[0] ?? ''
  if (line.trim() === '') return at
  const next = /\n[ \t]*(?:\n|$)/.exec(source.slice(at))
  return next ? at + next.index : source.length
}

/**
 * Puts a component after the paragraph in which the place is, with an empty line before and after. Behind it stands the
 * cursor, on a line of its own: what is typed next is a new paragraph, and nothing is typed over.
 */
export function insertBlock(source: string, at: number, filled: FilledComponent): SourceEdit {
  const place = paragraphEnd(source, at)
  const before = gapAfter(source.slice(0, place))
  const after = gapBefore(source.slice(place))
  const text = blockText(filled)
  const insert = `${before}${text}\n\n`
  const cursor = place + insert.length
  return {
    changes: [{ from: place, to: place, insert: insert + after }],
    select: { from: cursor, to: cursor },
  }
}

/**
 * Puts a component that holds nothing after what is selected, a space after the word; one that holds words, around it. The
 * cursor stands behind it.
 */
export function insertInline(
  source: string,
  selected: SourceEdit['select'],
  filled: FilledComponent,
  holdsWords: boolean,
): SourceEdit {
  const { to } = selected
  const from = holdsWords ? selected.from : to
  const text = inlineText(filled, source.slice(from, to))
  const space = from === to && /\S$/.test(source.slice(0, from)) ? ' ' : ''
  const cursor = from + space.length + text.length
  return { changes: [{ from, to, insert: space + text }], select: { from: cursor, to: cursor } }
}
