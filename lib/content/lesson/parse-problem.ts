import type { LessonProblem } from '#lib/content/lesson/problem'

type ParserMessage = {
  readonly reason: string
  readonly source?: unknown
  readonly ruleId?: unknown
  readonly line?: unknown
  readonly column?: unknown
}

const isParserMessage = (fault: unknown): fault is ParserMessage =>
  fault instanceof Error && 'reason' in fault && typeof fault.reason === 'string'

const mends: Readonly<Record<string, string>> = {
  'micromark-extension-mdx-expression':
    'Braces hold code, and a lesson holds none. Take them out; a brace in the text is &#123;.',
  'micromark-extension-mdxjs-esm':
    'A line that begins with import or export is code. Begin it with another word.',
  'micromark-extension-mdx-jsx':
    'This is not a whole tag. Components are <Name attribute="…" />, links [words](https://…), and a less-than sign is &lt;.',
}

/** The parser writes the place of the open tag as `(3:1-3:20)`; only then it may leave out its own. */
function placeIn({ line, column, reason }: ParserMessage) {
  if (typeof line === 'number' && typeof column === 'number') return { line, column }
  const written = /\((\d+):(\d+)-/.exec(reason)
  return { line: Number(written?.[1] ?? 1), column: Number(written?.[2] ?? 1) }
}

function unclosed(reason: string) {
  const tag = /Expected a closing tag for `<([\w.:-]*)>`/.exec(reason)?.[1]
  return tag === undefined
    ? 'This closing tag fits no open tag here. Close tags in the order in which they were opened.'
    : `<${tag}> is not closed. Write </${tag}> at the right place, or end the tag with />.`
}

/**
 * What the parser could not read, in our words: its own may advise what lessons do not allow, or name folders.
 * Undefined for anything that is not a parser's message.
 */
export function parseProblem(fault: unknown): LessonProblem | undefined {
  if (!isParserMessage(fault)) return undefined
  const place = placeIn(fault)
  if (fault.ruleId === 'end-tag-mismatch') return { ...place, message: unclosed(fault.reason) }
  const source = String(fault.source)
  const mend = Object.hasOwn(mends, source) ? mends[source] : undefined
  return { ...place, message: mend ?? 'This cannot be read as a lesson. Write it as plain Markdown.' }
}
