import { pictureTypeOf } from '#lib/domain/curriculum/picture'

/**
 * Whether a file is a PNG, JPEG or WebP of nothing but what can be seen: no metadata, no second picture, nothing behind the end.
 * So every picture is that was drawn here, and what somebody merely uploaded mostly is not.
 */
export function isBarePicture(bytes: Uint8Array): boolean {
  const parts = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  switch (pictureTypeOf(bytes)) {
    case 'image/png':
      return isBarePng(parts)
    case 'image/jpeg':
      return isBareJpeg(parts)
    case 'image/webp':
      return isBareWebp(parts)
    case undefined:
      return false
  }
}

const name = (parts: DataView, at: number) =>
  String.fromCharCode(...[0, 1, 2, 3].map((place) => parts.getUint8(at + place)))

/** Colours, transparency, how large a dot is, and the pixels. */
const pngParts = ['IHDR', 'PLTE', 'tRNS', 'pHYs', 'IDAT']

/** PNG specification, clause 5.3: length, name, content and check sum of one chunk after the other. */
function isBarePng(parts: DataView): boolean {
  let at = 8
  while (at + 12 <= parts.byteLength) {
    const next = at + 12 + parts.getUint32(at)
    const part = name(parts, at + 4)
    if (part === 'IEND') return next === parts.byteLength
    if (!pngParts.includes(part)) return false
    at = next
  }
  return false
}

const webpParts = ['VP8 ', 'VP8L', 'ALPH']
const onlyAlpha = 0x10

/** WebP container specification: the size of the whole, then name, length and content of one chunk after the other. */
function isBareWebp(parts: DataView): boolean {
  if (parts.getUint32(4, true) + 8 !== parts.byteLength) return false
  let at = 12
  while (at + 8 < parts.byteLength) {
    const part = name(parts, at)
    const isHead = part === 'VP8X' && (parts.getUint8(at + 8) & ~onlyAlpha) === 0
    if (!isHead && !webpParts.includes(part)) return false
    const length = parts.getUint32(at + 4, true)
    at += 8 + length + (length % 2)
  }
  return at === parts.byteLength
}

/** Tables, frames of both usual kinds, and how often the reader starts anew; see ITU-T T.81, table B.1. */
const jpegParts = [0xc0, 0xc2, 0xc4, 0xdb, 0xdd]
const scan = 0xda
const end = 0xffd9

function isBareJpeg(parts: DataView): boolean {
  let at = 2
  while (at + 4 <= parts.byteLength && parts.getUint8(at) === 0xff) {
    const part = parts.getUint8(at + 1)
    const next = at + 2 + parts.getUint16(at + 2)
    if (part !== scan && !jpegParts.includes(part) && !isPlainHead(parts, at, part)) return false
    at = part === scan ? endOfScan(parts, next) : next
  }
  return at + 2 === parts.byteLength && parts.getUint16(at) === end
}

/** JFIF without a small picture of its own. */
const isPlainHead = (parts: DataView, at: number, part: number) =>
  part === 0xe0 &&
  at + 18 <= parts.byteLength &&
  parts.getUint16(at + 2) === 16 &&
  name(parts, at + 4) === 'JFIF'

/** Where the marker stands that ends a scan: within it, 0xff is followed by zero or by a marker that begins anew. */
function endOfScan(parts: DataView, from: number): number {
  for (let at = from; at + 1 < parts.byteLength; at += 1) {
    const after = parts.getUint8(at + 1)
    const isWithin = after === 0 || (after >= 0xd0 && after <= 0xd7)
    if (parts.getUint8(at) === 0xff && !isWithin) return at
  }
  return parts.byteLength
}
