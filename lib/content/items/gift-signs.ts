// The signs of GIFT and how they are written as themselves: Moodle's documentation, docs.moodle.org/en/GIFT_format, and what
// its importer does with them, question/format/gift/format.php. Nothing can be done for an arrow in a prompt, nor for a share
// in percent at the beginning of an option.
const signs = /[\\#=~{}:]/g

/** A text of one line, with no sign that means something. What begins like the name of a format gets one. */
export const giftText = (text: string) =>
  (text.startsWith('[') ? '[plain]' : '') + text.replace(signs, String.raw`\$&`)

const escaped = /\\([\\#=~{}:n])/g

/** The text as somebody reads it, or undefined where it is markup: our items are plain text. */
export function plainText(text: string): string | undefined {
  const [, format, rest] = /^\s*(?:\[(html|moodle|plain|markdown)\])?([\s\S]*)$/.exec(text) ?? []
  const words = (rest ?? '')
    .replace(escaped, (_, sign: string) => (sign === 'n' ? ' ' : sign))
    .replace(/\s+/g, ' ')
    .trim()
  return format === 'html' && /[<&]/.test(words) ? undefined : words
}

/** Where a sign first stands as a sign and not as itself; -1 where it never does. */
export function signAt(text: string, wanted: string, from = 0): number {
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1
    else if (text.startsWith(wanted, at)) return at
  }
  return -1
}

/** The text cut before each of these signs, the sign being the first of its piece. */
export function cutBefore(text: string, cutting: string): readonly string[] {
  const pieces: string[] = []
  let start = 0
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1
    else if (at > start && cutting.includes(text.charAt(at))) {
      pieces.push(text.slice(start, at))
      start = at
    }
  }
  return [...pieces, text.slice(start)]
}

/** The lines of a text, which the format writes as a backslash with an n. */
export function linesIn(text: string): readonly string[] {
  const lines = ['']
  for (const [piece] of text.matchAll(/\\[\s\S]|[^\\]+|\\/g)) {
    if (piece === String.raw`\n`) lines.push('')
    else lines.push(`${lines.pop() ?? ''}${piece}`)
  }
  return lines
}
