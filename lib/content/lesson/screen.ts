import type { LessonProblem } from '#lib/content/lesson/problem'

const largestLessonBytes = 50 * 1024

const frontMatter = /^\s*(?:-{3}|\+{3}|;{3})/
// Everything a reader cannot see but a browser obeys: controls, zero width, direction overrides, byte order mark.
const hidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u00AD\u061C\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\uFFFE\uFFFF]/

/** The code point of the first character that a reader cannot see, as U+XXXX. Undefined when all can be seen. */
export function hiddenCharacter(text: string): { at: number; name: string } | undefined {
  const found = hidden.exec(text)
  if (!found) return undefined
  return { at: found.index, name: `U+${found[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}` }
}

function placeOf(source: string, offset: number) {
  const before = source.slice(0, offset).split(/\r\n|\r|\n/)
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}

// A parser's work grows with the square of these; no lesson comes near the limits.
const signLimits = [
  { signs: '*_', name: '* and _', most: 2000 },
  { signs: '[]', name: '[ and ]', most: 2000 },
  { signs: '`', name: '`', most: 500 },
]

/** The offset of the first sign beyond its limit, with what to do about it. */
function tooManySigns(source: string): { at: number; message: string } | undefined {
  for (const { signs, name, most } of signLimits) {
    let count = 0
    for (let at = 0; at < source.length; at += 1) {
      if (signs.includes(source.charAt(at))) count += 1
      if (count > most)
        return { at, message: `There are more than ${most} ${name} up to here. Delete the idle ones.` }
    }
  }
  const nested = /^(?:[ \t]*[>+*-]){61}/m.exec(source)
  if (!nested) return undefined
  return { at: nested.index, message: 'This line nests quotations or lists more than 60 deep. Flatten it.' }
}

/**
 * The refusals that need no parser, and must come before one: front matter may hold code that a parser would run.
 * Undefined when the text may be parsed.
 */
export function screenLesson(source: string): LessonProblem | undefined {
  const bytes = Buffer.byteLength(source)
  if (bytes > largestLessonBytes) {
    const message = `The lesson has ${bytes} bytes; at most ${largestLessonBytes} are allowed. Make two lessons of it.`
    return { line: 1, column: 1, message }
  }
  if (frontMatter.test(source.replace(/^\uFEFF/, ''))) {
    const { line, column } = placeOf(source, source.search(/[-+;]/))
    const message =
      'Front matter is not part of a lesson. Begin with the text; title and minutes stand in version.yaml.'
    return { line, column, message }
  }
  if (!source.isWellFormed()) {
    return { line: 1, column: 1, message: 'The text has broken characters. Save the file as UTF-8.' }
  }
  const unseen = hiddenCharacter(source)
  if (unseen) {
    const message = `There is a character here that nobody can see (${unseen.name}). Delete it.`
    return { ...placeOf(source, unseen.at), message }
  }
  const costly = tooManySigns(source)
  return costly && { ...placeOf(source, costly.at), message: costly.message }
}

/** Bytes of a lesson file as text, or the reason why they are not text. */
export function decodeLesson(bytes: Uint8Array): string | LessonProblem {
  if (bytes.length > largestLessonBytes + 4) {
    return {
      line: 1,
      column: 1,
      message: `The lesson is larger than ${largestLessonBytes} bytes. Make two lessons of it.`,
    }
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return { line: 1, column: 1, message: 'The file is not UTF-8 text. Save it as UTF-8.' }
  }
}
