import PDFDocument from 'pdfkit'
import type { Certificate } from '#lib/domain/certification/certificate'
import { drawFooter, drawNote, noteTop, typesetNote } from '#lib/pdf/certificate-footer'
import type { CertificateLabels } from '#lib/pdf/certificate-labels'
import { drawFacts, drawStatement } from '#lib/pdf/certificate-parts'
import { certificatePage, type Sheet } from '#lib/pdf/certificate-sheet'
import { drawParts } from '#lib/pdf/certificate-table'
import { fontShelf } from '#lib/pdf/font-shelf'

export type CertificateToPrint = {
  readonly certificate: Certificate
  /** Where anyone can check it; printed, linked and in the QR code. */
  readonly verificationUrl: string
  /** Who reviewed the content, or that a review is still to come. */
  readonly reviewNote: string
  readonly labels: CertificateLabels
  /** The folder of the Noto fonts, `public/fonts/noto`. */
  readonly fontFolder: string
}

/**
 * One page of US Letter as a tagged PDF 1.7: language, title, reading order, a real table, alternative text, embedded fonts.
 * The same certificate, words and note give the same bytes on any day: the time in the file is that of the issue.
 *
 * Any name prints: characters that no font has show as `�`. Throws when a font file is missing.
 */
export async function certificatePdf(printed: CertificateToPrint): Promise<Buffer> {
  const { certificate, labels, fontFolder } = printed
  const fonts = fontShelf(fontFolder)
  const pdf = new PDFDocument({
    size: [certificatePage.width, certificatePage.height],
    margin: 0,
    font: '',
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    lang: labels.language,
    info: {
      // The library writes the title into XML as it is.
      Title: labels.documentTitle.replace(/[<>&]/g, ' '),
      Creator: 'Beacon',
      Producer: 'Beacon',
      CreationDate: new Date(certificate.issuedAt),
    },
  })
  const file = collect(pdf)
  for (const { name, bytes } of [...fonts.regular, ...fonts.bold]) pdf.registerFont(name, bytes)
  const root = pdf.struct('Document')
  pdf.addStructure(root)
  draw({ pdf, root, fonts }, printed)
  root.end()
  pdf.end()
  return file
}

// Up to as many modules and cases the upper half is spaced generously.
const fewParts = 8

function draw(sheet: Sheet, { certificate, verificationUrl, reviewNote, labels }: CertificateToPrint): void {
  const rhythm = certificate.modules.length + certificate.cases.length <= fewParts ? 'roomy' : 'close'
  const note = typesetNote(sheet, reviewNote)
  const factsTop = drawStatement(sheet, certificate, labels, rhythm)
  const partsTop = drawFacts(sheet, certificate, labels, { top: factsTop, rhythm })
  drawParts(sheet, certificate, labels, { top: partsTop, bottom: noteTop(note) - 24 })
  drawNote(sheet, note)
  drawFooter(sheet, certificate, labels, verificationUrl)
}

async function collect(pdf: PDFKit.PDFDocument): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of pdf) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
