import { existsSync, readFileSync } from 'node:fs'
import { type Document, isNode, LineCounter, parseDocument, visit } from 'yaml'
import type { z } from 'zod'
import { type FileProblem, ofFile } from '#lib/content/file-problem'
import { ok, type Result, refuse } from '#lib/domain/result'

type Path = readonly PropertyKey[]

/** A YAML file with the place of each of its values, so that a rule can point at what it means. */
export type YamlFile<Value> = {
  readonly file: string
  readonly value: Value
  /** A problem at the value that the path leads to, or at the nearest value above it that exists. */
  problemAt(path: Path, message: string): FileProblem
}

const largestYamlBytes = 512 * 1024

function offsetOf(document: Document, path: Path): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const node: unknown = document.getIn(path.slice(0, length), true)
    if (isNode(node) && node.range) return node.range[0]
  }
  return 0
}

/** What a schema found, in words for authors. */
export function issueWords(issue: z.core.$ZodIssue): string {
  const name = issue.path.length === 0 ? 'The file' : `“${issue.path.join('.')}”`
  switch (issue.code) {
    case 'unrecognized_keys':
      return `${name} has keys that nobody knows: ${issue.keys.join(', ')}. Delete them.`
    case 'invalid_value':
      return `${name} is one of: ${issue.values.join(', ')}.`
    case 'invalid_union':
      return 'options' in issue && issue.options
        ? `${name} is one of: ${issue.options.filter((value) => value !== undefined).join(', ')}.`
        : `${name}: ${issue.message}.`
    case 'invalid_type':
      return issue.input === undefined ? `${name} is missing.` : `${name} should be ${issue.expected}.`
    default:
      return `${name}: ${issue.message}.`
  }
}

/** Where the first alias stands: a few of them can make a file grow without end. */
function aliasAt(document: Document): number | undefined {
  let found: number | undefined
  visit(document, {
    Alias(_, alias) {
      found = alias.range?.[0] ?? 0
      return visit.BREAK
    },
  })
  return found
}

/** Reads and validates one YAML file; problems carry line and column. Aliases and merge keys are not followed. */
export function readYaml<Value>(
  file: string,
  schema: z.ZodType<Value>,
): Result<YamlFile<Value>, readonly FileProblem[]> {
  if (!existsSync(file)) return refuse([ofFile(file, 'This file is missing. Write it.')])
  const bytes = readFileSync(file)
  if (bytes.length > largestYamlBytes) return refuse([ofFile(file, 'This file is too large. Split it.')])
  const lines = new LineCounter()
  const document = parseDocument(bytes.toString('utf8'), {
    lineCounter: lines,
    uniqueKeys: true,
    merge: false,
    // The place stands before the words already.
    prettyErrors: false,
  })
  const at = (offset: number, message: string): FileProblem => {
    const { line, col } = lines.linePos(offset)
    return { file, line: Math.max(line, 1), column: Math.max(col, 1), message }
  }
  if (document.errors.length > 0) {
    return refuse(
      document.errors.map((fault) => at(fault.pos[0], fault.message.split('\n')[0] ?? fault.code)),
    )
  }
  const alias = aliasAt(document)
  if (alias !== undefined) return refuse([at(alias, 'Aliases are not followed. Write the value out.')])
  const problemAt = (path: Path, message: string) => at(offsetOf(document, path), message)
  const parsed = schema.safeParse(document.toJS({ maxAliasCount: 0 }), { reportInput: true })
  return parsed.success
    ? ok({ file, value: parsed.data, problemAt })
    : refuse(parsed.error.issues.map((issue) => problemAt(issue.path, issueWords(issue))))
}
