import { crc32, deflateRawSync } from 'node:zlib'

/** An entry as somebody hostile may write it: what is not said is as a good archive has it. */
export type MadeEntry = {
  readonly name: string | Uint8Array
  readonly bytes: Uint8Array
  /** The name that stands before the content. */
  readonly otherName?: string
  /** The type and rights on Unix. */
  readonly mode?: number
  readonly flags?: number
  readonly method?: number
  readonly crc?: number
  /** What the list says that it has, packed. */
  readonly size?: number
}

const raw = (name: string | Uint8Array) => Buffer.from(name as string)

function listed(entry: MadeEntry, name: Buffer, packed: number, offset: number): Buffer {
  const { mode, flags = 0x800, method = 8, bytes } = entry
  const said = Buffer.alloc(46)
  said.writeUInt32LE(0x02014b50, 0)
  said.writeUInt8(mode === undefined ? 0 : 3, 5)
  said.writeUInt16LE(flags, 8)
  said.writeUInt16LE(method, 10)
  said.writeUInt32LE(entry.crc ?? crc32(bytes), 16)
  said.writeUInt32LE(entry.size ?? packed, 20)
  said.writeUInt32LE(bytes.length, 24)
  said.writeUInt16LE(name.length, 28)
  said.writeUInt32LE(((mode ?? 0) * 0x10000) >>> 0, 38)
  said.writeUInt32LE(offset, 42)
  return Buffer.concat([said, name])
}

/** A ZIP archive of these entries, written by hand so that it may lie. */
export function madeArchive(entries: readonly MadeEntry[]): Uint8Array {
  const pieces: Buffer[] = []
  const list: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const before = raw(entry.otherName ?? entry.name)
    const packed = entry.method === 0 ? Buffer.from(entry.bytes) : deflateRawSync(entry.bytes)
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50, 0)
    head.writeUInt16LE(before.length, 26)
    list.push(listed(entry, raw(entry.name), packed.length, offset))
    pieces.push(head, before, packed)
    offset += head.length + before.length + packed.length
  }
  const names = Buffer.concat(list)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(names.length, 12)
  end.writeUInt32LE(offset, 16)
  return new Uint8Array(Buffer.concat([...pieces, names, end]))
}
