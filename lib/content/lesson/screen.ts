import type { LessonProblem } from '#lib/content/lesson/problem'
import { hiddenCharacter } from '#lib/domain/curriculum/source/hidden-characters'

const largestLessonBytes = 50 * 1024

const frontMatter = /^\s*(?:-{3}|\+{3}|;{3})/
// With the flag, whole characters of two halves are one; what is left are halves.
const halfCharacter = /\p{Cs}/u

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

// Sixty-one marks in one line, or the spaces before a line in as many lists.
const tooDeep = /^(?:(?:[ \t]*(?:[>+*-]|\d{1,9}[.)])){61}|[ \t]{122})/m

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
  const nested = tooDeep.exec(source)
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
  const half = halfCharacter.exec(source)
  if (half) {
    const message = 'The text has broken characters. Delete this one, and save the file as UTF-8.'
    return { ...placeOf(source, half.index), message }
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
    const readable = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
    const place = placeOf(readable, Math.max(0, readable.indexOf('\uFFFD')))
    return { ...place, message: 'The file is not UTF-8 text. Save it as UTF-8.' }
  }
}
