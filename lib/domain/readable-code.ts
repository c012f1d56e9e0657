const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * Crockford's base 32: five bits a character, no I, L, O or U, so that it survives being read aloud and typed
 * from paper. The last character is padded with zero bits.
 */
export function encodeReadable(bytes: Uint8Array): string {
  let code = ''
  let held = 0
  let heldBits = 0
  for (const byte of bytes) {
    held = (held << 8) | byte
    heldBits += 8
    while (heldBits >= 5) {
      heldBits -= 5
      code += alphabet.charAt((held >> heldBits) & 31)
    }
    held &= (1 << heldBits) - 1
  }
  return heldBits === 0 ? code : code + alphabet.charAt((held << (5 - heldBits)) & 31)
}

/**
 * The code as we store it, whatever a person did to it on the way: case, spaces, hyphens, full-width letters,
 * O for 0, I or L for 1. `undefined` when it is not a code of `byteLength` bytes (padding bits must be zero, so that a
 * code has one spelling only).
 */
export function canonicalReadable(typed: string, byteLength: number): string | undefined {
  const length = Math.ceil((byteLength * 8) / 5)
  if (typed.length > 8 * length) return undefined
  const code = typed
    .normalize('NFKC')
    .replace(/[\s\p{Pd}\p{Cf}]/gu, '')
    .toUpperCase()
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  if (code.length !== length || ![...code].every((character) => alphabet.includes(character)))
    return undefined
  const paddingBits = length * 5 - byteLength * 8
  const last = alphabet.indexOf(code.charAt(length - 1))
  return (last & ((1 << paddingBits) - 1)) === 0 ? code : undefined
}

/** Groups for reading: `ABCD-EFGH-…`. The last group may be shorter. */
export function groupReadable(code: string, size: number): string {
  return (code.match(new RegExp(`.{1,${size}}`, 'g')) ?? []).join('-')
}
