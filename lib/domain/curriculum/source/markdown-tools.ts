import type { SourceChange, SourceEdit } from '#lib/domain/curriculum/source/source-change'

type Selected = SourceEdit['select']

/** Puts marks around what is selected, or takes them away where they stand. Without a selection, around `words`. */
export function toggleMark(source: string, { from, to }: Selected, mark: string, words: string): SourceEdit {
  const length = mark.length
  const isMarked = source.slice(from - length, from) === mark && source.slice(to, to + length) === mark
  if (isMarked) {
    return {
      changes: [
        { from: from - length, to: from, insert: '' },
        { from: to, to: to + length, insert: '' },
      ],
      select: { from: from - length, to: to - length },
    }
  }
  const text = from === to ? words : source.slice(from, to)
  return {
    changes: [{ from, to, insert: mark + text + mark }],
    select: { from: from + length, to: from + length + text.length },
  }
}

export const lineTools = ['heading', 'subheading', 'list', 'numbered', 'quote'] as const
export type LineTool = (typeof lineTools)[number]

const signs: Readonly<Record<LineTool, (index: number) => string>> = {
  heading: () => '## ',
  subheading: () => '### ',
  list: () => '- ',
  numbered: (index) => `${index + 1}. `,
  quote: () => '> ',
}

// Bullets that somebody typed or copied give way to the sign of a list.
const anySign = /^(?:#{1,6} |[-*+] |\d+[.)] |> |[ \t]*[•·▪◦‣●○■][ \t]*)/

/** The places of the lines that a selection touches. */
function linesAround(source: string, { from, to }: Selected): readonly { from: number; text: string }[] {
  const start = source.lastIndexOf('\n', from - 1) + 1
  const next = source.indexOf('\n', to)
  const lines: { from: number; text: string }[] = []
  let at = start
  for (const text of source.slice(start, next < 0 ? source.length : next).split('\n')) {
    lines.push({ from: at, text })
    at += text.length + 1
  }
  return lines
}

/** Makes headings, lists or quotations of the lines selected, or plain lines again where they are that already. */
export function toggleLines(source: string, selected: Selected, tool: LineTool): SourceEdit {
  const touched = linesAround(source, selected)
  const lines = touched.length === 1 ? touched : touched.filter(({ text }) => text.trim() !== '')
  const present = lines.map(({ text }) => anySign.exec(text)?.[0] ?? '')
  const wanted = lines.map((_, index) => signs[tool](index))
  const isThere = present.every((sign, index) => sign === wanted[index])
  const changes: SourceChange[] = lines.map(({ from }, index) => ({
    from,
    to: from + (present[index] ?? '').length,
    insert: isThere ? '' : (wanted[index] ?? ''),
  }))
  const grown = changes.reduce((sum, { from, to, insert }) => sum + insert.length - (to - from), 0)
  const end = (lines.at(-1)?.from ?? selected.to) + (lines.at(-1)?.text.length ?? 0) + grown
  return { changes, select: { from: end, to: end } }
}

const emptyItem = /^[ \t]*(?:[-*+]|\d+[.)]|>)[ \t]*$/

/**
 * Ends a list or quotation from an item that holds nothing yet: it goes, and an empty line stands before what is typed next,
 * which else would belong to the item above. Null where the place is in no such item.
 */
export function endList(source: string, at: number): SourceEdit | null {
  const [line] = linesAround(source, { from: at, to: at })
  if (!line || !emptyItem.test(line.text)) return null
  const place = line.from + 1
  return {
    changes: [{ from: line.from, to: line.from + line.text.length, insert: '\n' }],
    select: { from: place, to: place },
  }
}

/** A link around what is selected; its address is selected, to be typed over. */
export function insertLink(source: string, { from, to }: Selected, words: string): SourceEdit {
  const text = from === to ? words : source.slice(from, to)
  const address = 'https://'
  const start = from + text.length + 3
  return {
    changes: [{ from, to, insert: `[${text}](${address})` }],
    select: { from: start, to: start + address.length },
  }
}
