import type { Certificate } from '#lib/domain/certification/certificate'
import type { CertificateLabels } from '#lib/pdf/certificate-labels'
import {
  addDecoration,
  addText,
  certificatePage,
  colors,
  contentWidth,
  drawRule,
  type Sheet,
  type Structure,
  typeset,
} from '#lib/pdf/certificate-sheet'

const { margin } = certificatePage
const right = margin + contentWidth
const numberColumn = 66
const tallestRow = 25

type Cells = readonly [title: string, version: string, minutes: string]
type RowPlace = { readonly y: number; readonly height: number }

/**
 * The modules and cases as taken, below a rule at `top` and above `bottom` (points). Rows close up when there are many:
 * eighteen stay readable.
 */
export function drawParts(
  sheet: Sheet,
  { modules, cases }: Pick<Certificate, 'modules' | 'cases'>,
  labels: CertificateLabels,
  { top, bottom }: { top: number; bottom: number },
): void {
  const { root, pdf } = sheet
  addDecoration(sheet, () => drawRule(sheet, top))
  const parts = [...modules, ...cases]
  const [words, partName] =
    cases.length > 0
      ? [labels.modulesAndCasesHeading, labels.moduleOrCase]
      : [labels.modulesHeading, labels.module]
  const heading = typeset(sheet, words, { weight: 'bold', sizes: [11] })
  addText(sheet, root, 'H2', heading, { x: margin, y: top + 22, color: colors.ink })
  const table = pdf.struct('Table')
  root.add(table)
  const headY = top + 40
  const height = Math.min(tallestRow, (bottom - headY) / parts.length)
  drawRow(sheet, table, [partName, labels.version, labels.minutes], { y: headY, height: 15 }, 'TH')
  parts.forEach(({ title, version, minutes }, index) => {
    const y = headY + (index + 1) * height
    const cells: Cells = [title, labels.formatCount(version), labels.formatCount(minutes)]
    addDecoration(sheet, () => drawRule(sheet, y - height * 0.68))
    drawRow(sheet, table, cells, { y, height }, 'TD')
  })
  table.end()
}

function drawRow(
  sheet: Sheet,
  table: Structure,
  [title, ...numbers]: Cells,
  { y, height }: RowPlace,
  type: 'TH' | 'TD',
): void {
  const row = sheet.pdf.struct('TR')
  table.add(row)
  const color = type === 'TH' ? colors.muted : colors.ink
  const size = Math.min(10.5, height * 0.57)
  const width = contentWidth - 2 * numberColumn
  const name = typeset(sheet, title, { sizes: [size, size * 0.9, size * 0.8, size * 0.7], width })
  addText(sheet, row, type, name, { x: margin, y, color })
  numbers.forEach((cell, index) => {
    const number = typeset(sheet, cell, { sizes: [size, size * 0.8], width: numberColumn - 4 })
    addText(sheet, row, type, number, { x: right - numberColumn * (1 - index), y, color, align: 'right' })
  })
  row.end()
}
