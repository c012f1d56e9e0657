import { deflateSync } from 'node:zlib'

// Papers as tests bring them along, made here byte by byte so that each says exactly what it is. Whole ones are what any
// viewer opens.

const bytesOf = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'))
export const together = (...pieces: readonly Uint8Array[]) => new Uint8Array(Buffer.concat(pieces))

type PictureParts = { readonly width?: number; readonly height?: number; readonly extra?: Uint8Array }

// --- PNG ---

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? 0xedb88320 ^ (rest >>> 1) : rest >>> 1
  return rest >>> 0
})

function crc(bytes: Uint8Array): number {
  let sum = 0xffffffff
  for (const byte of bytes) sum = (crcTable[(sum ^ byte) & 0xff] ?? 0) ^ (sum >>> 8)
  return (sum ^ 0xffffffff) >>> 0
}

function fourBytes(number: number): Uint8Array {
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setUint32(0, number)
  return bytes
}

export function pngChunk(type: string, data: Uint8Array | string): Uint8Array {
  const body = together(bytesOf(type), typeof data === 'string' ? bytesOf(data) : data)
  return together(fourBytes(body.length - 4), body, fourBytes(crc(body)))
}

/** White. `extra` stands between the head and the pixels. */
export function png({ width = 8, height = 8, extra = new Uint8Array() }: PictureParts = {}): Uint8Array {
  const pixels = Buffer.alloc(Math.min(height, 64) * (Math.min(width, 64) + 1), 255)
  return together(
    new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    pngChunk('IHDR', together(fourBytes(width), fourBytes(height), new Uint8Array([8, 0, 0, 0, 0]))),
    extra,
    pngChunk('IDAT', new Uint8Array(deflateSync(pixels))),
    pngChunk('IEND', ''),
  )
}

// --- JPEG ---

/** 8 by 8, grey, as Chromium's own encoder would lay it out, with `extra` behind the JFIF head. */
export function jpeg({ width = 8, height = 8, extra = new Uint8Array() }: PictureParts = {}): Uint8Array {
  const size = [height >> 8, height & 255, width >> 8, width & 255]
  return together(
    bytesOf('\xff\xd8\xff\xe0\x00\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0'),
    extra,
    new Uint8Array([0xff, 0xdb, 0, 67, 0, ...Array.from({ length: 64 }, () => 16)]),
    new Uint8Array([0xff, 0xc0, 0, 11, 8, ...size, 1, 1, 0x11, 0]),
    new Uint8Array([0xff, 0xc4, 0, 20, 0, 1, ...Array.from({ length: 15 }, () => 0), 0]),
    new Uint8Array([0xff, 0xc4, 0, 20, 0x10, 1, ...Array.from({ length: 15 }, () => 0), 0]),
    new Uint8Array([0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 0x3f, 0xff, 0xd9]),
  )
}

/** A camera's notes: which way up, the owner's name, and where it was taken. */
export function exif(turn: number): Uint8Array {
  const owner = 'Owner Person, 12 Elm Street\0'
  const tiff = bytesOf(
    `II*\0\x08\0\0\0\x03\0\x12\x01\x03\0\x01\0\0\0${String.fromCharCode(turn)}\0\0\0` +
      `\x0e\x01\x02\0${String.fromCharCode(owner.length)}\0\0\0\x32\0\0\0` +
      `\x25\x88\x04\0\x01\0\0\0\0\0\0\0\0\0\0\0${owner}GPS 38.6270 N 90.1994 W`,
  )
  const length = tiff.length + 8
  return together(new Uint8Array([0xff, 0xe1, length >> 8, length & 255]), bytesOf('Exif\0\0'), tiff)
}

export const jpegComment = (words: string) =>
  together(new Uint8Array([0xff, 0xfe, 0, words.length + 2]), bytesOf(words))

// --- PDF ---

type PdfParts = {
  /** Further objects, each the text between `obj` and `endobj`. */
  readonly objects?: readonly string[]
  /** Further keys of the catalog and of the trailer. */
  readonly catalog?: string
  readonly trailer?: string
}

/** One empty page. */
export function pdf({ objects = [], catalog = '', trailer = '' }: PdfParts = {}): Uint8Array {
  const all = [
    `<</Type/Catalog/Pages 2 0 R${catalog}>>`,
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>',
    ...objects,
  ]
  let text = '%PDF-1.7\n'
  const places = all.map((object, index) => {
    const at = text.length
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const table = text.length
  const lines = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  text += `xref\n0 ${all.length + 1}\n0000000000 65535 f \n${lines}`
  return bytesOf(
    `${text}trailer\n<</Size ${all.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${table}\n%%EOF\n`,
  )
}

/** A stream as the text of an object. */
export function pdfStream(dictionary: string, packed: Uint8Array): string {
  const data = Buffer.from(packed).toString('latin1')
  return `<<${dictionary}/Length ${packed.length}>>\nstream\n${data}\nendstream`
}

/** Objects packed as newer writers pack them. */
export function objectStream(object: string, dictionary = '/Filter/FlateDecode'): string {
  const inside = `10 0 ${object}`
  return pdfStream(`/Type/ObjStm/N 1/First 5${dictionary}`, new Uint8Array(deflateSync(Buffer.from(inside))))
}
