import { compile } from '@mdx-js/mdx'
import { lessonLanguage } from '#lib/content/lesson/language'
import { parseProblem } from '#lib/content/lesson/parse-problem'
import { type LessonProblem, LessonRefused } from '#lib/content/lesson/problem'
import type { LessonRegisters } from '#lib/content/lesson/registers'
import { screenLesson } from '#lib/content/lesson/screen'

const unreadable = (fault: unknown): LessonProblem => ({
  line: 1,
  column: 1,
  message:
    fault instanceof RangeError
      ? 'Parts of this lesson are nested too deep. Flatten the text.'
      : 'This cannot be read as a lesson. Write it as plain Markdown.',
})

/**
 * Reads a lesson as the compiler would, without bundling or running it. Runs only in a worker, since hostile text can
 * keep the parser busy for minutes. A parser that gives up is a problem of the text, whatever it throws.
 */
export async function checkLesson(
  source: string,
  registers: LessonRegisters,
): Promise<readonly LessonProblem[]> {
  const unscreened = screenLesson(source)
  if (unscreened) return [unscreened]
  try {
    await compile(source, lessonLanguage(registers))
    return []
  } catch (fault) {
    if (fault instanceof LessonRefused) return fault.problems
    return [parseProblem(fault) ?? unreadable(fault)]
  }
}
