const named: Readonly<Record<string, string>> = { quot: '"', amp: '&', lt: '<', gt: '>', apos: "'" }
const reference = /&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|([a-z][a-z0-9]*));/gi

const known = (name: string) => (Object.hasOwn(named, name) ? named[name] : undefined)

/** A code point that text may hold; the rest is left to the parser, which puts a sign of its own there. */
function character(code: number): string | undefined {
  const isPlain = code >= 0xa0 || (code >= 0x20 && code < 0x7f)
  const isSurrogate = code >= 0xd800 && code <= 0xdfff
  const isText = isPlain && !isSurrogate && code <= 0x10ffff && (code & 0xfffe) !== 0xfffe
  return isText ? String.fromCodePoint(code) : undefined
}

/**
 * The words of an attribute as a reader sees them. Undefined where a reference stands in it that is not one of the five of
 * XML or a number of a plain character: such an attribute is changed in the source only.
 */
export function wordsOfAttribute(written: string): string | undefined {
  let isRead = true
  const words = written.replace(reference, (whole, hex?: string, decimal?: string, name?: string) => {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    const sign = name === undefined ? character(code) : known(name)
    isRead &&= sign !== undefined
    return sign ?? whole
  })
  return isRead ? words : undefined
}

/** Words as they stand in the quotes of an attribute. White space is folded, as the lesson language does. */
export function attributeText(words: string): string {
  return words
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/&(?=[#a-z])/gi, '&amp;')
    .replaceAll('"', '&quot;')
}
