import { latin } from '#lib/domain/external/document'

// Of all that a camera notes, the one thing without which a page lies on its side.

const orientationTag = 0x0112

/** 2 to 8 where a camera's notes (a whole APP1 segment) say that the picture is to be turned; null otherwise. */
export function orientationIn(segment: Uint8Array): number | null {
  if (segment[1] !== 0xe1 || latin(segment.subarray(4, 10)) !== 'Exif\0\0') return null
  const notes = new DataView(segment.buffer, segment.byteOffset + 10, segment.byteLength - 10)
  const order = notes.byteLength >= 8 ? notes.getUint16(0) : 0
  if (order !== 0x4949 && order !== 0x4d4d) return null
  return turnIn(notes, order === 0x4949)
}

function turnIn(notes: DataView, little: boolean): number | null {
  const directory = notes.getUint32(4, little)
  if (directory + 2 > notes.byteLength) return null
  const entries = notes.getUint16(directory, little)
  for (let index = 0; index < entries; index += 1) {
    const at = directory + 2 + index * 12
    if (at + 12 > notes.byteLength) return null
    if (notes.getUint16(at, little) !== orientationTag) continue
    const turn = notes.getUint16(at + 8, little)
    return turn >= 2 && turn <= 8 ? turn : null
  }
  return null
}

/** Notes that say nothing else. */
export function orientationSegment(turn: number): Uint8Array {
  return new Uint8Array([
    ...[0xff, 0xe1, 0x00, 0x22, 0x45, 0x78, 0x69, 0x66, 0x00, 0x00],
    ...[0x4d, 0x4d, 0x00, 0x2a, 0x00, 0x00, 0x00, 0x08, 0x00, 0x01],
    ...[0x01, 0x12, 0x00, 0x03, 0x00, 0x00, 0x00, 0x01, 0x00, turn, 0x00, 0x00],
    ...[0x00, 0x00, 0x00, 0x00],
  ])
}
