import { type Document, isScalar, LineCounter, parseDocument, visit } from 'yaml'
import { ok, type Result, refuse } from '#lib/domain/result'

/** What is wrong in a YAML text, and at which character. */
export type YamlFault = { readonly at: number; readonly message: string }

export type ParsedYaml = { readonly document: Document; readonly lines: LineCounter }

const largestCharacters = 512 * 1024
const mostLines = 20_000
const deepestBrackets = 60
const mostFaults = 50
// Thirty-three marks of a list or of a key before anything else.
const tooManyMarks = /^(?:[ \t]*[-?:][ \t]+){33}/m

/** Where brackets and braces stand deeper than any file of ours; those in words are few, so that it does not matter which is which. */
function deepBracketAt(text: string): number | undefined {
  let depth = 0
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]
    if (sign === '[' || sign === '{') depth += 1
    else if (sign === ']' || sign === '}') depth = Math.max(0, depth - 1)
    if (depth > deepestBrackets) return at
  }
  return undefined
}

/** What would cost the parser too much: it reads within itself, and what is nested without end has ended whole processes. */
function screened(text: string): YamlFault | undefined {
  if (text.length > largestCharacters) return { at: 0, message: 'This file is too large. Split it.' }
  let lines = 0
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines += 1
  if (lines > mostLines) return { at: 0, message: `This file has more than ${mostLines} lines. Split it.` }
  const at = deepBracketAt(text) ?? tooManyMarks.exec(text)?.index
  return at === undefined ? undefined : { at, message: 'This is nested too deep. Write it flat.' }
}

/** Aliases, a few of which can make a file grow without end, and keys that stand twice in one map. */
function ownFaults(document: Document): readonly YamlFault[] {
  const faults: YamlFault[] = []
  visit(document, {
    Alias(_, alias) {
      faults.push({ at: alias.range?.[0] ?? 0, message: 'Aliases are not followed. Write the value out.' })
    },
    Map(_, map) {
      // The library's own check takes the square of the number of keys.
      const seen = new Set<string>()
      for (const { key } of map.items) {
        if (!isScalar(key)) continue
        const name = String(key.value)
        if (seen.has(name)) faults.push({ at: key.range?.[0] ?? 0, message: 'Map keys must be unique' })
        seen.add(name)
      }
    },
  })
  return faults
}

/**
 * A YAML text, whoever wrote it, in bounded time: size, lines and depth are looked at before it is parsed. Aliases, merge keys
 * and keys that stand twice are faults.
 */
export function parsedYaml(text: string): Result<ParsedYaml, readonly YamlFault[]> {
  const costly = screened(text)
  if (costly) return refuse([costly])
  const lines = new LineCounter()
  const document = parseDocument(text, {
    keepSourceTokens: true,
    lineCounter: lines,
    merge: false,
    // The place stands before the words already.
    prettyErrors: false,
    uniqueKeys: false,
  })
  const read = document.errors.map(({ pos, message, code }) => ({
    at: pos[0],
    message: message.split('\n')[0] ?? code,
  }))
  const faults = read.length > 0 ? read : ownFaults(document)
  return faults.length > 0 ? refuse(faults.slice(0, mostFaults)) : ok({ document, lines })
}

/** What a YAML text says; undefined where it cannot be read. */
export function yamlValue(text: string): unknown {
  const parsed = parsedYaml(text)
  return parsed.ok ? parsed.value.document.toJS({ maxAliasCount: 0 }) : undefined
}
