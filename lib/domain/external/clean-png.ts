import {
  type CleanedPicture,
  type DocumentRefusal,
  fitsScreen,
  joined,
  latin,
  pngHead,
} from '#lib/domain/external/document'
import { ok, type Result, refuse } from '#lib/domain/result'

/** What a still picture is made of. Words, times, places, moving pictures and private chunks are not among it. */
const kept: ReadonlySet<string> = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'gAMA',
  'cHRM',
  'sRGB',
  'iCCP',
  'sBIT',
  'pHYs',
])

type Chunk = { readonly type: string; readonly data: Uint8Array; readonly whole: Uint8Array }

/**
 * The picture alone: every chunk is checked against its checksum, the ones that tell about the writer are left out, and so
 * is whatever stands behind the end. Sizes are read from the head; no pixel is unpacked here.
 */
export function cleanPng(bytes: Uint8Array): Result<CleanedPicture, DocumentRefusal> {
  const chunks = chunksOf(bytes)
  if (chunks === 'file-incomplete' || chunks === 'file-damaged') return refuse(chunks)
  const [head] = chunks
  if (head?.type !== 'IHDR' || head.data.length !== 13) return refuse('file-damaged')
  if (!chunks.some(({ type }) => type === 'IDAT')) return refuse('file-damaged')
  const size = view(head.data)
  if (!fitsScreen(size.getUint32(0), size.getUint32(4))) return refuse('picture-too-large')
  const pieces = chunks.filter(({ type }) => kept.has(type)).map(({ whole }) => whole)
  const cleaned = joined([new Uint8Array(pngHead), ...pieces])
  return ok({ bytes: cleaned, metadataRemoved: cleaned.length !== bytes.length })
}

/** Up to and with the end chunk. */
function chunksOf(bytes: Uint8Array): readonly Chunk[] | 'file-incomplete' | 'file-damaged' {
  const chunks: Chunk[] = []
  let at = pngHead.length
  while (at + 12 <= bytes.length) {
    const length = view(bytes).getUint32(at)
    const end = at + 12 + length
    if (end > bytes.length) return 'file-incomplete'
    const type = latin(bytes.subarray(at + 4, at + 8))
    const isWhole = view(bytes).getUint32(end - 4) === checksum(bytes.subarray(at + 4, end - 4))
    if (!/^[A-Za-z]{4}$/.test(type) || !isWhole) return 'file-damaged'
    chunks.push({ type, data: bytes.subarray(at + 8, end - 4), whole: bytes.subarray(at, end) })
    if (type === 'IEND') return chunks
    at = end
  }
  return 'file-incomplete'
}

const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? 0xedb88320 ^ (rest >>> 1) : rest >>> 1
  return rest >>> 0
})

/** CRC-32 as PNG writes it. */
function checksum(bytes: Uint8Array): number {
  let sum = 0xffffffff
  for (const byte of bytes) sum = (table[(sum ^ byte) & 0xff] ?? 0) ^ (sum >>> 8)
  return (sum ^ 0xffffffff) >>> 0
}
