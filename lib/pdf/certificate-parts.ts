import {
  type Certificate,
  certifiedMinutes,
  certifiedObjectives,
} from '#lib/domain/certification/certificate'
import type { CertificateLabels } from '#lib/pdf/certificate-labels'
import {
  addDecoration,
  addText,
  certificatePage,
  colors,
  contentWidth,
  drawRule,
  type Sheet,
  typeset,
} from '#lib/pdf/certificate-sheet'

const { margin, width: pageWidth } = certificatePage

/** How the upper half is spaced: generously, or close when a long table of modules needs the room. */
export type Rhythm = 'roomy' | 'close'

/** Heading, name and track. Returns where the next part may begin, in points from the top. */
export function drawStatement(
  sheet: Sheet,
  certificate: Certificate,
  labels: CertificateLabels,
  rhythm: Rhythm,
): number {
  const { pdf, root } = sheet
  const top = rhythm === 'roomy' ? 74 : 56
  addDecoration(sheet, () => pdf.rect(0, 0, pageWidth, 8).fill(colors.accent))
  const heading = typeset(sheet, labels.heading, { weight: 'bold', sizes: [13, 11] })
  addText(sheet, root, 'H1', heading, { x: margin, y: top, color: colors.accent })
  const introY = top + (rhythm === 'roomy' ? 54 : 32)
  const intro = typeset(sheet, labels.intro, { sizes: [11] })
  addText(sheet, root, 'P', intro, { x: margin, y: introY, color: colors.muted })
  const sizes = rhythm === 'roomy' ? ([38, 34, 30, 26, 22, 18] as const) : ([34, 30, 26, 22, 18] as const)
  const name = typeset(sheet, certificate.printedName, { sizes: [...sizes, 14, 11, 9], maxLines: 2 })
  const nameY = introY + 10 + name.size * 1.05
  const afterName = addText(sheet, root, 'P', name, { x: margin, y: nameY, color: colors.ink, leading: 1.25 })
  const completedY = afterName + name.size * 0.3 + 22
  const completed = typeset(sheet, labels.completed, { sizes: [11] })
  addText(sheet, root, 'P', completed, { x: margin, y: completedY, color: colors.muted })
  const track = typeset(sheet, certificate.trackTitle, {
    weight: 'bold',
    sizes: [20, 17, 14, 11],
    maxLines: 2,
  })
  const trackY = completedY + 9 + track.size
  const afterTrack = addText(sheet, root, 'P', track, { x: margin, y: trackY, color: colors.ink })
  return afterTrack + (rhythm === 'roomy' ? 34 : 22)
}

type Fact = readonly [label: string, value: string]

/** A row of four short facts and one of two longer ones, below a rule. */
export function drawFacts(
  sheet: Sheet,
  certificate: Certificate,
  labels: CertificateLabels,
  { top, rhythm }: { top: number; rhythm: Rhythm },
): number {
  const { completedOn, validThrough, practiceName } = certificate
  const rows: readonly (readonly Fact[])[] = [
    [
      [labels.completedOn, labels.formatDate(completedOn)],
      [labels.validThrough, validThrough ? labels.formatDate(validThrough) : labels.noEnd],
      [labels.learningTime, labels.formatMinutes(certifiedMinutes(certificate))],
      [labels.objectives, labels.formatObjectives(certifiedObjectives(certificate))],
    ],
    [
      [labels.practice, practiceName],
      [labels.role, labels.roleName],
    ],
  ]
  addDecoration(sheet, () => drawRule(sheet, top))
  const gap = rhythm === 'roomy' ? 28 : 22
  return rows.reduce((y, row) => drawFactRow(sheet, row, y) + gap, top + gap) - 4
}

/** Returns the last baseline. */
function drawFactRow(sheet: Sheet, row: readonly Fact[], y: number): number {
  const column = contentWidth / row.length
  const width = column - 14
  const cells = row.map(([label, value]) => ({
    label: typeset(sheet, label, { sizes: [8.5, 8, 7.5], maxLines: 2, width }),
    value: typeset(sheet, value, { sizes: [12, 11, 10, 9, 8], maxLines: 2, width }),
  }))
  const labelHeight = Math.max(...cells.map(({ label }) => (label.lines.length - 1) * label.size * 1.3))
  const bottoms = cells.map(({ label, value }, index) => {
    const x = margin + index * column
    addText(sheet, sheet.root, 'P', label, { x, y, color: colors.muted })
    return addText(sheet, sheet.root, 'P', value, { x, y: y + labelHeight + 16, color: colors.ink })
  })
  return Math.max(...bottoms)
}
