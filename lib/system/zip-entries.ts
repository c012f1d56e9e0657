import { inflateRawSync } from 'node:zlib'

const mostEntries = 2000
const endSignature = 0x06054b50
const entrySignature = 0x02014b50

/** What the list of a ZIP archive says of an entry; none of it need be true. */
export type ZipEntry = {
  readonly name: string
  readonly nameBytes: Uint8Array
  /** 3 stands for Unix, whose file types are then in `attributes`. */
  readonly madeBy: number
  readonly flags: number
  readonly attributes: number
  readonly method: number
  readonly size: number
  readonly offset: number
  readonly crc: number
}

/** What an entry holds, or one byte more than `left` of it. Throws where it is damaged or packed in an unknown way. */
export function unpackZipEntry(archive: Buffer, { method, size, offset }: ZipEntry, left: number): Buffer {
  const nameLength = archive.readUInt16LE(offset + 26)
  const extraLength = archive.readUInt16LE(offset + 28)
  const start = offset + 30 + nameLength + extraLength
  const packed = archive.subarray(start, start + size)
  if (method === 0) return packed
  if (method !== 8) throw new TypeError('an unknown way of packing')
  // One byte more than is left: what fills it is too large.
  return inflateRawSync(packed, { maxOutputLength: left + 1 })
}

/** The archive's own list, from its end. Undefined where there is none, or it is longer than any of ours. */
export function listZipEntries(archive: Buffer): ZipEntry[] | undefined {
  const end = findEnd(archive)
  if (end === undefined) return undefined
  const count = archive.readUInt16LE(end + 10)
  if (count > mostEntries) return undefined
  const entries: ZipEntry[] = []
  let at = archive.readUInt32LE(end + 16)
  for (let index = 0; index < count; index += 1) {
    if (archive.readUInt32LE(at) !== entrySignature) return undefined
    const nameLength = archive.readUInt16LE(at + 28)
    entries.push({
      name: archive.toString('utf8', at + 46, at + 46 + nameLength),
      nameBytes: archive.subarray(at + 46, at + 46 + nameLength),
      madeBy: archive.readUInt8(at + 5),
      flags: archive.readUInt16LE(at + 8),
      attributes: archive.readUInt32LE(at + 38),
      method: archive.readUInt16LE(at + 10),
      crc: archive.readUInt32LE(at + 16),
      size: archive.readUInt32LE(at + 20),
      offset: archive.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32)
  }
  return entries
}

function findEnd(archive: Buffer): number | undefined {
  const earliest = Math.max(0, archive.length - 22 - 0xffff)
  for (let at = archive.length - 22; at >= earliest; at -= 1) {
    if (archive.readUInt32LE(at) === endSignature) return at
  }
  return undefined
}
