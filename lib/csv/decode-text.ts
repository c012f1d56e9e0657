/** How a text file may be written. The first three are known by the file itself; the others only a person can tell. */
export const textEncodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'iso-8859-15',
  'macintosh',
] as const
export type TextEncoding = (typeof textEncodings)[number]

/** What a person chooses from where the file does not tell. */
export const askedEncodings = [
  'windows-1252',
  'iso-8859-15',
  'macintosh',
] as const satisfies readonly TextEncoding[]

type Decoded = { readonly text: string; readonly encoding: TextEncoding }

/**
 * The text of a file by its byte order mark, by the zeros that UTF-16 leaves in ordinary text, or as strict UTF-8. Undefined
 * where none of it fits: then somebody must say, since a wrong guess garbles names for good.
 */
export function decodedText(bytes: Uint8Array): Decoded | undefined {
  const marked = markedEncoding(bytes) ?? unmarkedUtf16(bytes)
  const encoding = marked ?? 'utf-8'
  const text = decodedAs(bytes, encoding)
  return text === undefined ? undefined : { text, encoding }
}

/** The text as somebody said it is written, without a byte order mark. Undefined where it cannot be that. */
export function decodedAs(bytes: Uint8Array, encoding: TextEncoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function markedEncoding([first, second, third]: Uint8Array): TextEncoding | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined
}

const lookedAt = 4096

/** Western text in UTF-16 has a zero in nearly every second place; UTF-8 has none at all. */
function unmarkedUtf16(bytes: Uint8Array): TextEncoding | undefined {
  const head = bytes.subarray(0, lookedAt)
  if (head.length < 4 || bytes.length % 2 !== 0) return undefined
  const zeros = [0, 0]
  for (const [index, byte] of head.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  const many = head.length / 4
  if (odd > many && even === 0) return 'utf-16le'
  return even > many && odd === 0 ? 'utf-16be' : undefined
}

/** Lines with letters that the encodings write differently, for somebody to see which reading is right. */
export function tellingLines(bytes: Uint8Array, encoding: TextEncoding, most: number): readonly string[] {
  const lines = (decodedAs(bytes, encoding) ?? '').split(/\r\n|\r|\n/)
  const telling = lines.filter((line) => /[^\x20-\x7e\t]/.test(line))
  return telling.slice(0, most).map((line) => line.slice(0, 200))
}
