import { crc32 } from 'node:zlib'
import { type ArchiveProblem, mostPictureBytes, mostUnpackedBytes } from '#lib/content/archive/archive-limits'
import { isTextPath, mostBytesOf } from '#lib/domain/authoring/draft-path'
import { ok, type Result, refuse } from '#lib/domain/result'
import { listZipEntries, unpackZipEntry, type ZipEntry } from '#lib/system/zip-entries'

export type NamedEntry = { readonly name: string; readonly entry: ZipEntry }

/** What machines put into archives by themselves, and nobody means. */
const byMachines = /^__MACOSX\/|(?:^|\/)(?:\.DS_Store|Thumbs\.db|desktop\.ini)$/

function nameOf({ nameBytes }: ZipEntry): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(nameBytes)
  } catch {
    return undefined
  }
}

const leadsOutside = (name: string) =>
  /^[/\\]|^[a-z]:|\\|\p{Cc}/iu.test(name) ||
  name
    .replace(/\/$/, '')
    .split('/')
    .some((part) => part === '' || part === '.' || part === '..')

/** The type of a file on Unix: a folder, a plain file, or something that leads elsewhere. */
function isPlain({ madeBy, attributes }: ZipEntry): boolean {
  const type = madeBy === 3 ? (attributes >>> 28) & 0xf : 0
  return type === 0 || type === 0x8 || type === 0x4
}

function faultOf(entry: ZipEntry, name: string | undefined): ArchiveProblem['words'] | undefined {
  if (name === undefined) return 'name-unreadable'
  if (leadsOutside(name)) return 'leads-outside'
  if (!isPlain(entry)) return 'link'
  if ((entry.flags & 0x41) !== 0) return 'locked'
  return entry.method === 0 || entry.method === 8 ? undefined : 'packed-otherwise'
}

/** Names as a disk that knows no capitals would take them. */
const sameName = (name: string) => name.normalize('NFC').toLowerCase()

/** The entries of an archive that are files, by names that lead nowhere else; or all that is wrong with them. */
export function readEntries(archive: Buffer): Result<readonly NamedEntry[], readonly ArchiveProblem[]> {
  const entries = listed(archive)
  if (!entries) return refuse([{ file: null, words: 'archive-broken' }])
  const named = entries.map((entry) => ({ entry, name: nameOf(entry) }))
  const taken = new Set<string>()
  const problems = named.flatMap(({ entry, name }): ArchiveProblem[] => {
    const same = sameName(name ?? '')
    const words = faultOf(entry, name) ?? (taken.has(same) ? 'twice' : undefined)
    taken.add(same)
    return words ? [{ file: shown(entry.name), words }] : []
  })
  if (problems.length > 0) return refuse(problems)
  return ok(
    named.flatMap(({ entry, name = '' }) =>
      name.endsWith('/') || byMachines.test(name) ? [] : [{ entry, name }],
    ),
  )
}

function listed(archive: Buffer): readonly ZipEntry[] | undefined {
  try {
    return listZipEntries(archive)
  } catch {
    return undefined
  }
}

/** A name that somebody sent, as a page may show it. */
const shown = (name: string) => name.replace(/[\p{Cc}\p{Cf}]/gu, '·').slice(0, 120)

/** A file of a unit by its path in there. */
export type PlacedEntry = NamedEntry & { readonly path: string }
type Unpacked = readonly { readonly path: string; readonly bytes: Uint8Array }[]

const mostOf = (path: string) => (isTextPath(path) ? mostBytesOf(path) : mostPictureBytes)

/** What the entries hold, each within its bound and all of them within theirs; or all that is wrong with them. */
export function unpackEntries(
  archive: Buffer,
  entries: readonly PlacedEntry[],
): Result<Unpacked, readonly ArchiveProblem[]> {
  const problems: ArchiveProblem[] = []
  const files: { path: string; bytes: Uint8Array }[] = []
  let left = mostUnpackedBytes
  for (const { name, path, entry } of entries) {
    const bytes = contentOf(archive, entry, Math.min(mostOf(path), left))
    if (typeof bytes === 'string') {
      if (bytes === 'too-large' && left < mostOf(path))
        return refuse([{ file: null, words: 'archive-too-large' }])
      problems.push({ file: name, words: bytes })
    } else {
      left -= bytes.length
      files.push({ path, bytes: new Uint8Array(bytes) })
    }
  }
  return problems.length > 0 ? refuse(problems) : ok(files)
}

function contentOf(archive: Buffer, entry: ZipEntry, most: number): Buffer | 'too-large' | 'damaged' {
  try {
    const { offset, nameBytes } = entry
    // What stands before the content must say the same name as the list: others would read another file.
    const isHere = archive.readUInt32LE(offset) === 0x04034b50
    const name = archive.subarray(offset + 30, offset + 30 + archive.readUInt16LE(offset + 26))
    if (!isHere || !name.equals(nameBytes)) return 'damaged'
    const content = unpackZipEntry(archive, entry, most)
    if (content.length > most) return 'too-large'
    return crc32(content) === entry.crc ? content : 'damaged'
  } catch (fault) {
    const isTooLarge = fault instanceof RangeError && 'code' in fault && fault.code === 'ERR_BUFFER_TOO_LARGE'
    return isTooLarge ? 'too-large' : 'damaged'
  }
}
