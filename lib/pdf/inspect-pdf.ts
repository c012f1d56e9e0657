import { inflateSync } from 'node:zlib'
import type { DocumentRefusal } from '#lib/domain/external/document'

/**
 * Names that make a document do something by itself, carry another file along, or hide what it says. Written out in full:
 * shorter ones (`/JS`, `/AA`) occur by chance in packed pictures, and every action needs one of these as well.
 */
const activeNames =
  /\/(JavaScript|Launch|EmbeddedFiles?|FileAttachment|RichMedia|XFA|SubmitForm|ImportData|GoToR|GoToE|Rendition|OnInstantiate|Movie|Sound)(?![A-Za-z0-9_.-])|\/EF\s*(<<|\d+\s+\d+\s+R)/
const encrypted = /\/Encrypt(?![A-Za-z0-9_.-])/

// A certificate is a page or two. What asks for more work than this is refused, whatever it is.
const maxStreams = 2000
const maxUnpacked = 24 * 1024 * 1024
const maxBroken = 8

/**
 * Undefined for a whole, quiet PDF; otherwise why it is not taken. It is never rendered or executed here, nor shown in a
 * page of ours: what comes through is a download. So this is the outer of two walls, and it does not try to understand the
 * document: it looks at every name in the file and in everything that is packed in it, wherever that stands.
 */
export function pdfFault(bytes: Uint8Array): DocumentRefusal | undefined {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const incomplete = frameFault(text)
  if (incomplete) return incomplete
  const unpacked = unpackedTexts(bytes, text)
  if (typeof unpacked === 'string') return unpacked
  const plain = [text, ...unpacked].map(withoutEscapes)
  if (plain.some((each) => encrypted.test(each))) return 'pdf-encrypted'
  if (plain.some((each) => activeNames.test(each))) return 'pdf-active'
  return plain.some((each) => /\/Type\s*\/Pages?(?![A-Za-z])/.test(each)) ? undefined : 'file-damaged'
}

/** A head, a pointer to the table of objects, and an end with nothing behind it. */
function frameFault(text: string): DocumentRefusal | undefined {
  if (!/^%PDF-[12]\.\d/.test(text)) return 'file-damaged'
  const tail = /startxref\s+(\d{1,10})\s+%%EOF[\s\0]*$/.exec(text.slice(-2048))
  if (!tail) return text.includes('%%EOF') && /%%EOF[\s\0]*$/.test(text) ? 'file-damaged' : 'file-incomplete'
  const table = text.slice(Number(tail[1]), Number(tail[1]) + 40)
  return /^\s*(xref|\d+\s+\d+\s+obj)/.test(table) ? undefined : 'file-damaged'
}

/** `/Java#53cript` is a way to write `/JavaScript`. */
const withoutEscapes = (text: string) =>
  text.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

/** What is packed in the file, as far as names may stand in it: everything but pixels. */
function unpackedTexts(bytes: Uint8Array, text: string): readonly string[] | DocumentRefusal {
  const texts: string[] = []
  const work = { streams: 0, unpacked: 0, broken: 0, tables: 0 }
  for (const found of text.matchAll(/(?<!end)stream\r?\n/g)) {
    const head = withoutEscapes(headBefore(text, found.index))
    const packed = bytes.subarray(found.index + found[0].length)
    const unpacked = isPicture(head) ? 'not-packed' : inflated(packed, maxUnpacked - work.unpacked)
    work.streams += 1
    work.broken += Number(unpacked === 'broken')
    work.unpacked += unpackedSize(unpacked)
    if (isTooMuch(work) || (holdsObjects(head) && !isReadable(head, unpacked))) return 'file-damaged'
    if (typeof unpacked !== 'string') texts.push(unpacked.toString('latin1'))
    work.tables += Number(objectTable.test(head))
  }
  // Whoever hides where a table of packed objects begins hides what stands in it.
  const named = withoutEscapes(text).split(objectTable).length - 1
  if (named !== work.tables) return 'file-damaged'
  return texts
}

const unpackedSize = (unpacked: Unpacked) => (typeof unpacked === 'string' ? 0 : unpacked.length)
const objectTable = /\/ObjStm(?![A-Za-z])/
const holdsObjects = (head: string) => /\/(ObjStm|First)(?![A-Za-z])/.test(head)
const isPicture = (head: string) => !holdsObjects(head) && /\/Subtype\s*\/Image(?![A-Za-z])/.test(head)

const isTooMuch = (work: { readonly streams: number; readonly unpacked: number; readonly broken: number }) =>
  work.streams > maxStreams || work.unpacked >= maxUnpacked || work.broken > maxBroken

/** Objects packed in a way that nobody here can open, or turned around after that, could say anything. */
function isReadable(head: string, unpacked: Unpacked): boolean {
  if (/\/Predictor\s*(?!1\b)\d/.test(head)) return false
  return typeof unpacked !== 'string' || !/\/Filter(?![A-Za-z])/.test(head)
}

/** The stream's own dictionary: what stands between its `obj` and it. */
function headBefore(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - 4096), at)
  return before.slice(Math.max(0, before.lastIndexOf(' obj')))
}

type Unpacked = Buffer | 'not-packed' | 'broken'

/** `broken` where it is not wholly here, or larger than the limit. What stands behind it is ignored. */
function inflated(bytes: Uint8Array, limit: number): Unpacked {
  const [first = 0, second = 0] = bytes
  const isPacked = (first & 0x0f) === 8 && (first * 256 + second) % 31 === 0
  if (!isPacked) return 'not-packed'
  try {
    return inflateSync(bytes, { maxOutputLength: Math.max(limit, 1) })
  } catch {
    return 'broken'
  }
}
