import { crc32 } from 'node:zlib'
import { listZipEntries, unpackZipEntry } from '#lib/system/zip-entries'

export type UnzipRefusal = 'file-broken' | 'file-too-large-inside'

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
    const entries = listZipEntries(archive)
    if (!entries) return 'file-broken'
    const files = new Map<string, Buffer>()
    let left = mostBytes
    for (const entry of entries.filter(({ name }) => wanted(name))) {
      const content = unpackZipEntry(archive, entry, left)
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
