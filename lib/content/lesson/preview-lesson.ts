import { bundleLesson } from '#lib/content/lesson/bundle-lesson'
import { lessonPassages } from '#lib/content/lesson/passages'
import { pointAt } from '#lib/content/lesson/placed-passage'
import type { LessonRegisters } from '#lib/content/lesson/registers'
import type { LessonPreview } from '#lib/content/lesson/worker-answers'
import { textFindings } from '#lib/content/lint/text-findings'
import { lessonFigures } from '#lib/domain/curriculum/lesson-figures'
import type { TextLanguage } from '#lib/domain/curriculum/wording/wording-rule'

/**
 * A checked lesson as its author sees it while writing: its tree, its figures, and what the rules of wording find, by the
 * same steps as at publication. Runs only in a worker, the rules too, since they read what authors wrote.
 */
export async function previewLesson(
  source: string,
  registers: LessonRegisters,
  language: TextLanguage,
): Promise<LessonPreview> {
  const lesson = await bundleLesson(source, registers)
  const passages = lessonPassages(source).map((passage) => ({
    ...passage,
    problemAt: (at: number, message: string) => ({ file: '', ...pointAt(passage, at), message }),
  }))
  const found = textFindings({ id: 'lesson', language, kind: 'lesson', passages })
  return {
    lesson,
    figures: lessonFigures(lesson.tree, passages, language),
    advice: found
      .slice(0, mostAdvice)
      .map(({ problem: { line, column, message } }) => ({ line, column, message })),
  }
}

const mostAdvice = 50
