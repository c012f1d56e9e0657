// plant: pdf-library-only-in-pdf
import PDFDocument from 'pdfkit'

export const draw = PDFDocument
