import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { checkContent } from '#lib/content/check-content'
import { problemLine } from '#lib/content/file-problem'
import { openLessonCompiler } from '#lib/content/lesson/lesson-compiler'
import { lintContent } from '#lib/content/lint/lint-content'
import { extendedLock, lockFile, lockText } from '#lib/content/published-lock'

/** Freezes every version that is not frozen yet, as the last step before content is shipped. */
async function main(): Promise<number> {
  const folder = path.resolve(process.argv[2] ?? 'content')
  const compiler = openLessonCompiler()
  const { blocking } = await lintContent(folder, compiler)
  const problems = [...(await checkContent(folder, compiler)), ...blocking]
  compiler.close()
  for (const problem of problems) console.log(problemLine(problem, process.cwd()))
  if (problems.length > 0) return 1
  writeFileSync(lockFile(folder), lockText(extendedLock(folder)))
  return 0
}

process.exitCode = await main()
