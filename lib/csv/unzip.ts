import { crc32, inflateRawSync } from 'node:zlib'

export type UnzipRefusal = 'file-broken' | 'file-too-large-inside'

const mostEntries = 2000
const endSignature = 0x06054b50
const entrySignature = 0x02014b50

type Entry = {
  readonly name: string
  readonly method: number
  readonly size: number
  readonly offset: number
  readonly crc: number
}

/**
 * The wanted files of a ZIP archive, unpacked by what arrives and not by what the archive says of itself: unpacking stops at
 * `mostBytes` for all of them together, however small the archive claims to be.
 */
export function unzip(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
  mostBytes: number,
): ReadonlyMap<string, Buffer> | UnzipRefusal {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const entries = listEntries(archive)
    if (!entries) return 'file-broken'
    const files = new Map<string, Buffer>()
    let left = mostBytes
    for (const entry of entries.filter(({ name }) => wanted(name))) {
      const content = unpack(archive, entry, left)
      if (content.length > left) return 'file-too-large-inside'
      if (crc32(content) !== entry.crc) return 'file-broken'
      left -= content.length
      files.set(entry.name, content)
    }
    return files
  } catch (fault) {
    const isTooLarge = fault instanceof RangeError && 'code' in fault && fault.code === 'ERR_BUFFER_TOO_LARGE'
    return isTooLarge ? 'file-too-large-inside' : 'file-broken'
  }
}

function unpack(archive: Buffer, { method, size, offset }: Entry, left: number): Buffer {
  const nameLength = archive.readUInt16LE(offset + 26)
  const extraLength = archive.readUInt16LE(offset + 28)
  const start = offset + 30 + nameLength + extraLength
  const packed = archive.subarray(start, start + size)
  if (method === 0) return packed
  if (method !== 8) throw new TypeError('an unknown way of packing')
  // One byte more than is left: what fills it is too large.
  return inflateRawSync(packed, { maxOutputLength: left + 1 })
}

/** The archive's own list, from its end. Undefined where there is none. */
function listEntries(archive: Buffer): Entry[] | undefined {
  const end = findEnd(archive)
  if (end === undefined) return undefined
  const count = archive.readUInt16LE(end + 10)
  if (count > mostEntries) return undefined
  const entries: Entry[] = []
  let at = archive.readUInt32LE(end + 16)
  for (let index = 0; index < count; index += 1) {
    if (archive.readUInt32LE(at) !== entrySignature) return undefined
    const nameLength = archive.readUInt16LE(at + 28)
    entries.push({
      name: archive.toString('utf8', at + 46, at + 46 + nameLength),
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
