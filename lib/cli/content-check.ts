import { statSync } from 'node:fs'
import { checkContent } from '#lib/content/check-content'
import { problemLine } from '#lib/content/file-problem'
import { openLessonCompiler } from '#lib/content/lesson/lesson-compiler'

const usage =
  'Say what to check: npm run -s content:check -- PATH, where PATH is an .mdx file, or the folder of a module or case.'

/**
 * Prints one line per problem; the exit code is 1 when there is any. Where there is none, standard output stays empty for the
 * machine that reads it, and only a person at a terminal is told so.
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
  const problems = await checkContent(given, compiler)
  compiler.close()
  for (const problem of problems) console.log(problemLine(problem, process.cwd()))
  if (problems.length === 0 && process.stdout.isTTY) console.error('No problem was found.')
  return problems.length > 0 ? 1 : 0
}

process.exitCode = await main(process.argv[2])
