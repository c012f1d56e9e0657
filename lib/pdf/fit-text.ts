import type { ShelfFont } from '#lib/pdf/font-shelf'
import { directionOf, plainLine, type TextRun, textRuns, widthOf } from '#lib/pdf/text-runs'

/** Text broken into lines of runs, at one size in points. `text` is what a screen reader says. */
export type FittedText = {
  readonly text: string
  readonly size: number
  readonly lines: readonly (readonly TextRun[])[]
}

export type Frame = {
  /** Points. */
  readonly width: number
  /** Points, the wished one first; the first size at which the text needs no more than `maxLines` is taken. */
  readonly sizes: readonly [number, ...number[]]
  readonly maxLines: number
  readonly fonts: readonly ShelfFont[]
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

/**
 * Breaks at spaces, and inside a word only when the word alone is too wide. What does not fit at the last size ends with an
 * ellipsis, so that nothing is cut off in silence.
 */
export function fitText(text: string, { width, sizes, maxLines, fonts }: Frame): FittedText {
  const line = plainLine(text)
  const direction = directionOf(line)
  const measure = remembered((piece) => widthOf(textRuns(piece, direction, fonts), 1))
  const broken = (size: number) => breakLines(line, width / size, measure)
  const size = sizes.find((candidate) => broken(candidate).length <= maxLines) ?? Math.min(...sizes)
  const lines = shortened(broken(size), maxLines, (piece) => measure(piece) <= width / size)
  return { text: line, size, lines: lines.map((piece) => textRuns(piece, direction, fonts)) }
}

/** Widths grow with the size, so that each piece is shaped once for all sizes. */
function remembered(measure: (piece: string) => number): (piece: string) => number {
  const known = new Map<string, number>()
  return (piece) => {
    const width = known.get(piece) ?? measure(piece)
    known.set(piece, width)
    return width
  }
}

function breakLines(text: string, width: number, measure: (piece: string) => number): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(' ').flatMap((whole) => pieces(whole, width, measure))) {
    const last = lines.at(-1)
    const longer = last === undefined ? word.text : `${last}${word.glued ? '' : ' '}${word.text}`
    if (last !== undefined && measure(longer) <= width) lines[lines.length - 1] = longer
    else lines.push(word.text)
  }
  return lines
}

/** A word too wide for a line, in parts that are not; they belong together, so no space is put between them. */
function pieces(word: string, width: number, measure: (piece: string) => number) {
  if (measure(word) <= width) return [{ text: word, glued: false }]
  const parts: string[] = ['']
  for (const { segment } of graphemes.segment(word)) {
    const longer = `${parts.at(-1)}${segment}`
    if (measure(longer) <= width) parts[parts.length - 1] = longer
    else parts.push(segment)
  }
  return parts.filter((part) => part !== '').map((text, index) => ({ text, glued: index > 0 }))
}

function shortened(
  lines: readonly string[],
  maxLines: number,
  fits: (piece: string) => boolean,
): readonly string[] {
  if (lines.length <= maxLines) return lines
  const kept = lines.slice(0, maxLines)
  const letters = [...graphemes.segment(kept.pop() ?? '')].map(({ segment }) => segment)
  while (letters.length > 0 && !fits(`${letters.join('')}…`)) letters.pop()
  return [...kept, `${letters.join('').trimEnd()}…`]
}
