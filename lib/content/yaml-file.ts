import { existsSync, readFileSync } from 'node:fs'
import { type Document, isNode } from 'yaml'
import type { z } from 'zod'
import { type FileProblem, ofFile } from '#lib/content/file-problem'
import { parsedYaml } from '#lib/content/parsed-yaml'
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

function placeOf(text: string, offset: number) {
  const before = text.slice(0, offset).split('\n')
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}

/** Reads and validates one YAML file; problems carry line and column. Aliases and merge keys are not followed. */
export function readYaml<Value>(
  file: string,
  schema: z.ZodType<Value>,
): Result<YamlFile<Value>, readonly FileProblem[]> {
  if (!existsSync(file)) return refuse([ofFile(file, 'This file is missing. Write it.')])
  const bytes = readFileSync(file)
  if (bytes.length > largestYamlBytes) return refuse([ofFile(file, 'This file is too large. Split it.')])
  const text = bytes.toString('utf8')
  const parsed = parsedYaml(text)
  if (!parsed.ok) {
    return refuse(parsed.refusal.map(({ at, message }) => ({ file, ...placeOf(text, at), message })))
  }
  const { document, lines } = parsed.value
  const at = (offset: number, message: string): FileProblem => {
    const { line, col } = lines.linePos(offset)
    return { file, line: Math.max(line, 1), column: Math.max(col, 1), message }
  }
  const problemAt = (path: Path, message: string) => at(offsetOf(document, path), message)
  const checked = schema.safeParse(document.toJS({ maxAliasCount: 0 }), { reportInput: true })
  return checked.success
    ? ok({ file, value: checked.data, problemAt })
    : refuse(checked.error.issues.map((issue) => problemAt(issue.path, issueWords(issue))))
}
