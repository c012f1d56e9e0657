import { createHash } from 'node:crypto'
import { cleanJpeg } from '#lib/domain/external/clean-jpeg'
import { cleanPng } from '#lib/domain/external/clean-png'
import {
  type CleanedPicture,
  type DocumentKind,
  type DocumentRefusal,
  documentKindOf,
} from '#lib/domain/external/document'
import { ok, type Result, refuse } from '#lib/domain/result'
import { pdfFault } from '#lib/pdf/inspect-pdf'

export type CheckedDocument = CleanedPicture & {
  readonly kind: DocumentKind
  /** Of the bytes as they are kept, 64 hex digits. */
  readonly sha256: string
}

/** The file by what is in it. Pictures are written anew without their metadata; a PDF is kept byte for byte or refused. */
export function checkedDocument(bytes: Uint8Array): Result<CheckedDocument, DocumentRefusal> {
  const kind = documentKindOf(bytes)
  if (!kind) return refuse('file-kind-unknown')
  const cleaned = cleanedAs(kind, bytes)
  if (!cleaned.ok) return cleaned
  const sha256 = createHash('sha256').update(cleaned.value.bytes).digest('hex')
  return ok({ ...cleaned.value, kind, sha256 })
}

function cleanedAs(kind: DocumentKind, bytes: Uint8Array): Result<CleanedPicture, DocumentRefusal> {
  switch (kind) {
    case 'png':
      return cleanPng(bytes)
    case 'jpeg':
      return cleanJpeg(bytes)
    case 'pdf': {
      const fault = pdfFault(bytes)
      return fault ? refuse(fault) : ok({ bytes, metadataRemoved: false })
    }
  }
}
