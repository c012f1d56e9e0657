import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { checkContent } from '#lib/content/check-content'
import { contentSummary } from '#lib/content/content-summary'
import { problemLine } from '#lib/content/file-problem'
import { openLessonCompiler } from '#lib/content/lesson/lesson-compiler'
import { lintContent } from '#lib/content/lint/lint-content'

const usage =
  'Say what to check: npm run -s content:check -- PATH, where PATH is an .mdx file, the folder of a module or case, or the content folder.'

/**
 * Prints one line per problem; the exit code is 1 when there is any. Advice goes to standard error and fails nothing. Where
 * there is no problem, standard output says what the whole content folder holds, and for anything less it stays empty for the
 * machine that reads it: only a person at a terminal is told so.
 */
async function main(given: string | undefined): Promise<number> {
  if (given === undefined || given === '') {
    console.error(usage)
    return 1
  }
  if (!statSync(given, { throwIfNoEntry: false })) {
    console.log(`${given}:1:1 There is no such file or folder.`)
    return 1
  }
  const compiler = openLessonCompiler()
  const structure = await checkContent(given, compiler)
  const { blocking, advisory } = await lintContent(given, compiler)
  compiler.close()
  const problems = [...structure, ...blocking]
  for (const problem of problems) console.log(problemLine(problem, process.cwd()))
  for (const advice of advisory) console.error(problemLine(advice, process.cwd()))
  if (problems.length > 0) return 1
  if (existsSync(path.join(given, 'modules'))) for (const line of contentSummary(given)) console.log(line)
  else if (process.stdout.isTTY) console.error('No problem was found.')
  return 0
}

process.exitCode = await main(process.argv[2])
