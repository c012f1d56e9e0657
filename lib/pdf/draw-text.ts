import type { FittedText } from '#lib/pdf/fit-text'
import { widthOf } from '#lib/pdf/text-runs'

export type Pdf = PDFKit.PDFDocument

export type Place = {
  /** Points from the left edge; with `align: 'right'` the right end of each line. */
  readonly x: number
  /** Points from the top edge to the first baseline. */
  readonly y: number
  readonly color: string
  readonly align?: 'left' | 'right'
  /** Baseline to baseline, as a multiple of the size. */
  readonly leading?: number
}

/** Draws the lines in fonts registered under their names and returns the last baseline, in points from the top. Belongs inside a structure element. */
export function drawText(
  pdf: Pdf,
  { lines, size }: FittedText,
  { x, y, color, align, leading = 1.3 }: Place,
): number {
  lines.forEach((runs, index) => {
    let left = align === 'right' ? x - widthOf(runs, size) : x
    for (const run of runs) {
      pdf.font(run.font.name).fontSize(size).fillColor(color)
      pdf.text(run.text, left, y + index * size * leading, {
        lineBreak: false,
        baseline: 'alphabetic',
        features: [],
      })
      left += widthOf([run], size)
    }
  })
  return y + Math.max(0, lines.length - 1) * size * leading
}
