import { createProcessor } from '@mdx-js/mdx'
import { lessonLanguage } from '#lib/content/lesson/language'
import { passagesOf } from '#lib/content/lesson/passages'
import { pointAt } from '#lib/content/lesson/placed-passage'
import { mostAdvice } from '#lib/content/lesson/preview-limits'
import { recordedLesson } from '#lib/content/lesson/recorded-lesson'
import type { LessonRegisters } from '#lib/content/lesson/registers'
import type { SourceNode } from '#lib/content/lesson/source-node'
import type { LessonPreview } from '#lib/content/lesson/worker-answers'
import { wordsFound } from '#lib/content/lint/words-found'
import { lessonFigures } from '#lib/domain/curriculum/lesson-figures'
import type { TextLanguage } from '#lib/domain/curriculum/wording/wording-rule'

/**
 * A checked lesson as its author sees it while writing: its tree, its figures, and what the rules of wording find, by the
 * same steps as at publication, read once for all of them. What the bundler adds there, one file out of many, is nothing to
 * a lesson, which imports nothing: it would take as long again. Runs only in a worker, the rules too, since they read what
 * authors wrote.
 */
export async function previewLesson(
  source: string,
  registers: LessonRegisters,
  language: TextLanguage,
): Promise<LessonPreview> {
  const processor = createProcessor({ ...lessonLanguage(registers), outputFormat: 'function-body' })
  const parsed: unknown = processor.parse(source)
  // Before the compiler works on it.
  const passages = passagesOf(parsed as SourceNode)
  const lesson = recordedLesson(processor.stringify(await processor.run(parsed as Program)))
  const found = wordsFound({ language, kind: 'lesson', passages })
  return {
    lesson,
    figures: lessonFigures(lesson.tree, passages, language),
    advice: found.slice(0, mostAdvice).flatMap(({ passage, at, message }) => {
      const place = passages[passage]
      return place ? [{ ...pointAt(place, at), message }] : []
    }),
  }
}

type Program = Parameters<ReturnType<typeof createProcessor>['stringify']>[0]
