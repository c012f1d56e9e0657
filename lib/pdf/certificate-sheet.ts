import { drawText, type Place } from '#lib/pdf/draw-text'
import { type FittedText, fitText } from '#lib/pdf/fit-text'
import type { FontShelf } from '#lib/pdf/font-shelf'

export type Structure = PDFKit.PDFStructureElement

/** What every part of the page draws on. Parts add themselves to `root` in reading order. */
export type Sheet = { readonly pdf: PDFKit.PDFDocument; readonly root: Structure; readonly fonts: FontShelf }

/** US Letter, in points. */
export const certificatePage = { width: 612, height: 792, margin: 60 } as const
export const contentWidth = certificatePage.width - 2 * certificatePage.margin

/** The light colours of the screens; each of the first three is readable on white and on `panel` (at least 4.5 to 1). */
export const colors = {
  ink: '#16211f',
  muted: '#4c5a57',
  accent: '#0b5e63',
  line: '#cfd8d5',
  panel: '#f1f6f5',
} as const

export type TextStyle = {
  readonly weight?: 'regular' | 'bold'
  readonly sizes: readonly [number, ...number[]]
  readonly maxLines?: number
  readonly width?: number
}

export function typeset(
  sheet: Sheet,
  text: string,
  { weight = 'regular', sizes, maxLines = 1, width }: TextStyle,
): FittedText {
  return fitText(text, { width: width ?? contentWidth, sizes, maxLines, fonts: sheet.fonts[weight] })
}

/** Draws a text as one structure element of `parent`, and returns its last baseline. */
export function addText(
  sheet: Sheet,
  parent: Structure,
  type: string,
  fitted: FittedText,
  place: Place,
): number {
  const lastBaseline = place.y + (fitted.lines.length - 1) * fitted.size * (place.leading ?? 1.3)
  // Lines are drawn in visual order and a font's glyphs may join letters: what is said aloud is the text itself.
  const options = { actual: fitted.text, ...(type === 'TH' ? { scope: 'Column' } : {}) }
  parent.add(sheet.pdf.struct(type, options, () => drawText(sheet.pdf, fitted, place)))
  return lastBaseline
}

/** Rules and panels are no content. */
export function addDecoration({ pdf }: Sheet, drawing: () => void): void {
  pdf.markContent('Artifact', { type: 'Layout' })
  pdf.save()
  drawing()
  pdf.restore()
  pdf.endMarkedContent()
}

/** A thin line across the content, at `y` points from the top. Belongs inside a decoration. */
export function drawRule({ pdf }: Sheet, y: number): void {
  const { margin, width } = certificatePage
  pdf
    .moveTo(margin, y)
    .lineTo(width - margin, y)
    .lineWidth(0.6)
    .stroke(colors.line)
}
