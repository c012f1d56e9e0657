import {
  type CleanedPicture,
  type DocumentRefusal,
  fitsScreen,
  joined,
  latin,
} from '#lib/domain/external/document'
import { orientationIn, orientationSegment } from '#lib/domain/external/jpeg-orientation'
import { ok, type Result, refuse } from '#lib/domain/result'

/** A marker with what belongs to it: for a scan also the pixels that follow. */
type Segment = { readonly marker: number; readonly whole: Uint8Array }

const startOfScan = 0xda
const endOfImage = 0xd9

/**
 * The picture alone: a camera's notes (time, place, owner, a smaller copy) and comments are left out, and so is whatever
 * stands behind the end. Which way up it goes is kept. No pixel is unpacked here.
 */
export function cleanJpeg(bytes: Uint8Array): Result<CleanedPicture, DocumentRefusal> {
  const segments = segmentsOf(bytes)
  if (typeof segments === 'string') return refuse(segments)
  const frames = segments.filter(({ marker }) => isFrame(marker))
  const [frame] = frames
  const hasScan = segments.some(({ marker }) => marker === startOfScan)
  if (frames.length !== 1 || !frame || frame.whole.length < 9 || !hasScan) return refuse('file-damaged')
  const [height, width] = [pair(frame.whole, 5), pair(frame.whole, 7)]
  if (!fitsScreen(width, height)) return refuse('picture-too-large')
  const turned = segments.map(({ whole }) => orientationIn(whole)).find((found) => found !== null)
  const pieces = segments.flatMap((segment) => (isKept(segment) ? [segment.whole] : []))
  const [first = new Uint8Array(), ...rest] = pieces
  const note = turned ? [orientationSegment(turned)] : []
  const cleaned = isJfif(first)
    ? joined([start, first, ...note, ...rest, end])
    : joined([start, ...note, first, ...rest, end])
  return ok({ bytes: cleaned, metadataRemoved: !isSame(cleaned, bytes) })
}

const start = new Uint8Array([0xff, 0xd8])
const end = new Uint8Array([0xff, endOfImage])

const pair = (bytes: Uint8Array, at: number) => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
const isSame = (a: Uint8Array, b: Uint8Array) =>
  a.length === b.length && a.every((byte, index) => byte === b[index])

/** JFIF's head without a thumbnail. */
const isJfif = (whole: Uint8Array) =>
  whole[1] === 0xe0 && whole.length === 18 && latin(whole.subarray(4, 9)) === 'JFIF\0'

/** Of the segments that applications add, those alone that say how colours are meant. */
function isKept({ marker, whole }: Segment): boolean {
  if (marker === 0xfe) return false
  if (marker < 0xe0 || marker > 0xef) return true
  if (marker === 0xe2) return latin(whole.subarray(4, 16)) === 'ICC_PROFILE\0'
  if (marker === 0xee) return latin(whole.subarray(4, 9)) === 'Adobe'
  return isJfif(whole)
}

type Broken = 'file-incomplete' | 'file-damaged'

/** Everything between the start and the end of the picture, neither included. */
function segmentsOf(bytes: Uint8Array): readonly Segment[] | Broken {
  const segments: Segment[] = []
  let at = 2
  while (at + 1 < bytes.length) {
    const segment = segmentAt(bytes, at)
    if (segment === 'end') return segments
    if (typeof segment === 'string') return segment
    // Any number of 0xff may stand before a marker; they are not kept.
    if (segment !== null) segments.push(segment)
    at += segment?.whole.length ?? 1
  }
  return 'file-incomplete'
}

/** Null for a byte that fills. */
function segmentAt(bytes: Uint8Array, at: number): Segment | Broken | 'end' | null {
  if (bytes[at] !== 0xff) return 'file-damaged'
  const marker = bytes[at + 1] ?? 0
  if (marker === 0xff) return null
  if (marker === endOfImage) return 'end'
  const length = pair(bytes, at + 2)
  if (marker < 0xc0 || (marker >= 0xd0 && marker <= 0xd8) || length < 2) return 'file-damaged'
  const headEnd = at + 2 + length
  const end = marker === startOfScan ? endOfScan(bytes, headEnd) : headEnd
  return end > bytes.length ? 'file-incomplete' : { marker, whole: bytes.subarray(at, end) }
}

/** Where the pixels end: at the next marker that is neither a stuffed byte nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at += 1) {
    const next = bytes[at + 1] ?? 0
    const isPixel = bytes[at] !== 0xff || next === 0 || next === 0xff || (next >= 0xd0 && next <= 0xd7)
    if (!isPixel) return at
  }
  return bytes.length + 1
}
