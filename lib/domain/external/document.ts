/** What a file may be, by what is in it; the name that it came under proves nothing. */
export type DocumentKind = 'pdf' | 'png' | 'jpeg'

/** Why a file is not taken. */
export type DocumentRefusal =
  | 'file-kind-unknown'
  | 'file-incomplete'
  | 'file-damaged'
  | 'picture-too-large'
  | 'pdf-encrypted'
  | 'pdf-active'

/** A file as it is kept: what it need not say (a camera, a place, a writer) is taken out of a picture. */
export type CleanedPicture = { readonly bytes: Uint8Array; readonly metadataRemoved: boolean }

/** Bytes that a certificate's file may have. */
export const maxDocumentBytes = 5 * 1024 * 1024

const maxSide = 12_000
const maxPixels = 50_000_000

/** Whether a reader's machine can hold the picture. A side of zero is no picture. */
export function fitsScreen(width: number, height: number): boolean {
  return width > 0 && height > 0 && width <= maxSide && height <= maxSide && width * height <= maxPixels
}

/** By the first bytes. A PDF, a PNG or a JPEG that begins with something else is none. */
export function documentKindOf(bytes: Uint8Array): DocumentKind | undefined {
  if (beginsWith(bytes, pdfHead)) return 'pdf'
  if (beginsWith(bytes, pngHead)) return 'png'
  return beginsWith(bytes, jpegHead) ? 'jpeg' : undefined
}

/** "%PDF-" */
const pdfHead = [0x25, 0x50, 0x44, 0x46, 0x2d]
export const pngHead = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const jpegHead = [0xff, 0xd8, 0xff]

function beginsWith(bytes: Uint8Array, head: readonly number[]): boolean {
  return head.every((byte, index) => bytes[index] === byte)
}

/** These pieces as one. */
export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0))
  pieces.reduce((at, piece) => {
    whole.set(piece, at)
    return at + piece.length
  }, 0)
  return whole
}

/** Text of one byte a letter. */
export function latin(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes)
}
