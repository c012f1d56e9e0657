import { readFileSync } from 'node:fs'
import path from 'node:path'
import { type Question, readHistory } from '#lib/cli/history/read-history'
import type { History } from '#lib/domain/compliance/answer'
import { complianceStatus } from '#lib/domain/compliance/compliance-status'

const usage = 'Say which history to read: npm run -s compliance -- FILE.json.'

/**
 * Answers what a history is asked: JSON alone on standard output. What is wrong with the file goes to standard error, one
 * line per fault, with exit code 1 and nothing on standard output. Reads no database and writes nothing.
 */
function main(given: string | undefined): number {
  if (!given) return refused([usage])
  const json = readJson(given)
  if (json.kind === 'fault') return refused([json.line])
  const read = readHistory(json.value)
  if (read.kind === 'faults') return refused(read.lines)
  const answers = read.questions.map((question) => answerTo(read.history, question))
  process.stdout.write(`${JSON.stringify(answers, null, 2)}\n`)
  return 0
}

function refused(lines: readonly string[]): number {
  process.stderr.write(lines.map((line) => `${line}\n`).join(''))
  return 1
}

type Json =
  | { readonly kind: 'read'; readonly value: unknown }
  | { readonly kind: 'fault'; readonly line: string }

/** npm works in the folder of the package; a path is meant from where the command was given. */
function readJson(given: string): Json {
  let text: string
  try {
    text = readFileSync(path.resolve(process.env['INIT_CWD'] ?? '', given), 'utf8')
  } catch (fault) {
    return {
      kind: 'fault',
      line: `${given}: cannot be read (${(fault as NodeJS.ErrnoException).code ?? 'fault'})`,
    }
  }
  try {
    return { kind: 'read', value: JSON.parse(text.replace(/^\uFEFF/, '')) }
  } catch (fault) {
    const [reason = ''] = (fault as SyntaxError).message.split('\n')
    return { kind: 'fault', line: `${given}: is not JSON (${reason})` }
  }
}

/** The answer in the words of the handbook. `because` names the events that it rests on, sorted by id. */
function answerTo(history: History, { asOf, knownAt }: Question) {
  const { status, dueOn, opensOn, validThrough, authority, because } = complianceStatus(
    history,
    asOf,
    knownAt,
  )
  const { eventIds, rule } = because
  return { asOf, status, dueOn, opensOn, validThrough, authority, because: eventIds, rule }
}

process.exitCode = main(process.argv[2])
