import bidiFactory from 'bidi-js'
import type { ShelfFont } from '#lib/pdf/font-shelf'

/** A stretch of one font and one direction, to be drawn from left to right after the one before it. */
export type TextRun = { readonly text: string; readonly font: ShelfFont }

type Cluster = { readonly text: string; readonly font: ShelfFont; readonly level: number }
export type Direction = 'ltr' | 'rtl'

// Printed where no font has the character: a name with a gap in it would look whole.
const replacement = '\ufffd'
const joiners = /[\u200c\u200d]/gu
const bidi = bidiFactory()
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

/**
 * One line of plain text: composed (NFC), without control characters, line breaks and marks that would turn the direction
 * of what stands after them. The two joiners stay, since Persian and the scripts of India need them.
 */
export function plainLine(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\p{Cf}\p{Variation_Selector}]/gu, (mark) => (mark.match(joiners) ? mark : ''))
    .trim()
}

/** The direction of a paragraph, from its first letter that has one. */
export function directionOf(text: string): Direction {
  return bidi.getEmbeddingLevels(text).paragraphs[0]?.level === 1 ? 'rtl' : 'ltr'
}

/**
 * The line in the order in which it is seen (Unicode's bidirectional algorithm), each stretch in a font that has every one
 * of its characters.
 *
 * @param line what `plainLine` gives, or a piece of it.
 * @param direction of the whole paragraph, of which this may be one line.
 * @param fonts in order of preference; the first one must have U+FFFD.
 */
export function textRuns(
  line: string,
  direction: Direction,
  fonts: readonly ShelfFont[],
): readonly TextRun[] {
  const { levels } = bidi.getEmbeddingLevels(line, direction)
  const runs: Cluster[] = []
  for (const { segment, index } of graphemes.segment(line)) {
    const level = levels[index] ?? 0
    const last = runs.at(-1)
    const cluster = { ...inFont(segment, last?.font, fonts), level }
    if (last?.font === cluster.font && last.level === level) runs[runs.length - 1] = joined(last, cluster)
    else runs.push(cluster)
  }
  return inVisualOrder(runs).flatMap(({ text, font, level }) => {
    const run = { text: asDrawn(text, level), font }
    return shapes(run) ? [run] : letterByLetter(run, level, fonts)
  })
}

/** Width in points at a size in points, as it will be drawn. */
export function widthOf(runs: readonly TextRun[], size: number): number {
  const widths = runs.map(
    ({ text, font }) => (font.font.layout(text, []).advanceWidth / font.font.unitsPerEm) * size,
  )
  return widths.reduce((sum, width) => sum + width, 0)
}

const joined = (one: Cluster, next: Cluster): Cluster => ({ ...one, text: one.text + next.text })

/** Signs, digits and spaces stay in the font of what stands before them; a letter asks for the first font that has it. */
function inFont(text: string, current: ShelfFont | undefined, fonts: readonly ShelfFont[]) {
  const follows = current && !/\p{L}/u.test(text) && covers(current, text)
  const font = follows ? current : fonts.find((candidate) => covers(candidate, text))
  const [fallback] = fonts
  if (font) return { font, text: withoutMissingJoiners(text, font) }
  if (!fallback) throw new Error('Text needs at least one font')
  return { font: fallback, text: replacement }
}

function covers({ font }: ShelfFont, cluster: string): boolean {
  return [...cluster.replace(joiners, '')].every((character) => hasGlyph(font, character))
}

/** A joiner does its work on what stands around it; where a font has no glyph for it, it is not drawn as a box. */
function withoutMissingJoiners(cluster: string, { font }: ShelfFont): string {
  return cluster.replace(joiners, (joiner) => (hasGlyph(font, joiner) ? joiner : ''))
}

function hasGlyph(font: ShelfFont['font'], character: string): boolean {
  return font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)
}

/**
 * For a stretch on which the shaper throws, as it does on some heaps of combining marks: each letter by itself, and such a
 * heap as `\ufffd`.
 */
function letterByLetter(
  { text, font }: TextRun,
  level: number,
  fonts: readonly ShelfFont[],
): readonly TextRun[] {
  const letters = [...graphemes.segment(text)].map(({ segment }) => {
    const letter = { text: segment, font }
    return shapes(letter) ? letter : { text: replacement, font: fonts[0] ?? font }
  })
  return level % 2 === 0 ? letters : letters.reverse()
}

function shapes({ text, font }: TextRun): boolean {
  try {
    font.font.layout(text, [])
    return true
  } catch {
    return false
  }
}

/** Rule L2: from the highest level down to the lowest odd one, every stretch at that level or above is turned around. */
function inVisualOrder(runs: readonly Cluster[]): readonly Cluster[] {
  const ordered = [...runs]
  for (let level = Math.max(0, ...runs.map((run) => run.level)); level >= 1; level -= 1) {
    let start = 0
    while (start < ordered.length) {
      const length = ordered.slice(start).findIndex((run) => run.level < level)
      const end = length === -1 ? ordered.length : start + length
      ordered.splice(start, end - start, ...ordered.slice(start, end).reverse())
      start = end + 1
    }
  }
  return ordered
}

/**
 * The shaper turns a stretch around by itself when it has letters of a script that is written from the right; brackets it
 * leaves as they are, and a stretch of signs alone it takes for a Latin one.
 */
function asDrawn(text: string, level: number): string {
  if (level % 2 === 0) return text
  const mirrored = [...text].map((character) => bidi.getMirroredCharacter(character) ?? character)
  return /[\p{L}\p{M}]/u.test(text) ? mirrored.join('') : mirrored.reverse().join('')
}
