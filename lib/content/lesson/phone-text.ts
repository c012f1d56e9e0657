const patterns = [
  // 888-373-7888, (573) 751-3448, +1 800 392 3738
  /(?<![\d.-])(?:\+?1[ .-]?)?(?:\(\d{3}\) ?|\d{3}[ .-])\d{3}[ .-]\d{4}(?!\d)/,
  // 392-3738
  /(?<![\d-])[2-9]\d{2}-\d{4}(?![\d-])/,
  // 8883737888
  /(?<!\d)\+?\d{10,15}(?!\d)/,
  // 844-CAN-TELL
  /(?<![\w-])(?:1-)?8(?:00|33|44|55|66|77|88)-(?=[\dA-Z-]*[A-Z])[\dA-Z-]{3,}/,
  // text 233733
  /\b(?:text|texting|sms)\b[^.!?]{0,40}?(?<!\d)\d{5,6}(?!\d)/i,
]

/**
 * Where text looks like a phone number or a text code, as an index into the text; undefined when it does not.
 * Numbers change, so that they live in `contacts.yaml` only. The three-digit emergency codes are words, not numbers.
 */
export function phoneNumberAt(text: string): number | undefined {
  // Each replacement keeps the length, so that the index stays true.
  const plain = text.replace(/[\p{Pd}\u2212]/gu, '-').replace(/\s/g, ' ')
  const folded = plain.replace(/[\uFF10-\uFF19]/g, (digit) => String(digit.charCodeAt(0) - 0xff10))
  const found = patterns.map((pattern) => pattern.exec(folded)?.index).filter((at) => at !== undefined)
  return found.length === 0 ? undefined : Math.min(...found)
}
