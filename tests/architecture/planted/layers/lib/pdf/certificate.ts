// plant: none
import PDFDocument from 'pdfkit'

export const certificate = PDFDocument
