import type { Certificate } from '#lib/domain/certification/certificate'
import { printCertificateNumber } from '#lib/domain/certification/certificate-number'
import type { CertificateLabels } from '#lib/pdf/certificate-labels'
import {
  addDecoration,
  addText,
  certificatePage,
  colors,
  contentWidth,
  type Sheet,
  typeset,
} from '#lib/pdf/certificate-sheet'
import { drawText } from '#lib/pdf/draw-text'
import type { FittedText } from '#lib/pdf/fit-text'
import { qrPath } from '#lib/system/qr-path'

const { margin } = certificatePage
const panel = { x: margin - 14, y: 660, width: contentWidth + 28, height: 104 }
const qrSize = 84
const lastNoteBaseline = panel.y - 14

/** Who reviewed the content: up to three lines of small print above the panel. */
export function typesetNote(sheet: Sheet, reviewNote: string): FittedText {
  return typeset(sheet, reviewNote, { sizes: [8.5, 7.5, 6.5], maxLines: 3 })
}

/** The first baseline of the note, in points from the top. */
export function noteTop(note: FittedText): number {
  return lastNoteBaseline - (note.lines.length - 1) * note.size * 1.3
}

export function drawNote(sheet: Sheet, note: FittedText): void {
  addText(sheet, sheet.root, 'P', note, { x: margin, y: noteTop(note), color: colors.muted })
}

/** What the reader must know about the paper: what it is not, and how to check it. */
export function drawFooter(
  sheet: Sheet,
  certificate: Certificate,
  labels: CertificateLabels,
  verificationUrl: string,
): void {
  const { pdf, root } = sheet
  addDecoration(sheet, () =>
    pdf.roundedRect(panel.x, panel.y, panel.width, panel.height, 6).fill(colors.panel),
  )
  drawQr(sheet, verificationUrl, labels.qrDescription)
  const x = margin + qrSize + 18
  const width = contentWidth - qrSize - 18
  const disclaimer = typeset(sheet, labels.disclaimer, {
    weight: 'bold',
    sizes: [9.5, 8.5],
    maxLines: 2,
    width,
  })
  addText(sheet, root, 'P', disclaimer, { x, y: panel.y + 24, color: colors.ink })
  const number = typeset(sheet, labels.number, { sizes: [8] })
  addText(sheet, root, 'P', number, { x, y: panel.y + 50, color: colors.muted })
  const digits = typeset(sheet, printCertificateNumber(certificate.number), { sizes: [11, 10, 9], width })
  addText(sheet, root, 'P', digits, { x, y: panel.y + 63, color: colors.ink })
  const verify = typeset(sheet, labels.verifyAt, { sizes: [8] })
  addText(sheet, root, 'P', verify, { x, y: panel.y + 80, color: colors.muted })
  drawLink(sheet, verificationUrl, { x, y: panel.y + 92, width })
}

function drawQr({ pdf, root }: Sheet, verificationUrl: string, description: string): void {
  const { d, size } = qrPath(verificationUrl, 2)
  const [x, y] = [margin - 4, panel.y + (panel.height - qrSize) / 2]
  const drawing = () => {
    pdf
      .save()
      .translate(x, y)
      .scale(qrSize / size)
    pdf.rect(0, 0, size, size).fill('#ffffff')
    pdf.path(d).fill('#000000').restore()
  }
  const box = { alt: description, bbox: [x, y, x + qrSize, y + qrSize] }
  root.add(pdf.struct('Figure', box, drawing))
}

function drawLink(sheet: Sheet, url: string, place: { x: number; y: number; width: number }): void {
  const { pdf, root } = sheet
  const shown = typeset(sheet, url.replace(/^https?:\/\//, ''), { sizes: [9, 8, 7, 6], width: place.width })
  const paragraph = pdf.struct('P')
  root.add(paragraph)
  const link = pdf.struct('Link', { actual: shown.text })
  paragraph.add(link)
  link.add(() => {
    drawText(pdf, shown, { ...place, color: colors.accent })
    // The link's words for a screen reader; the library's types do not know this key of the PDF standard.
    const options: object = { structParent: link, Contents: new String(url) }
    pdf.link(place.x, place.y - shown.size, place.width, shown.size * 1.4, url, options)
  })
  link.end()
  paragraph.end()
}
