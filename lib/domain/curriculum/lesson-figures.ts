import { type LessonTree, readingMinutes, wordCount } from '#lib/domain/curriculum/lesson-tree'
import { runningText } from '#lib/domain/curriculum/wording/readability'
import { type ReadingLevel, readingLevel } from '#lib/domain/curriculum/wording/text-rules'
import type { Passage, TextLanguage } from '#lib/domain/curriculum/wording/wording-rule'

/** What an author sees of a lesson in numbers, measured as publication measures it. */
export type LessonFigures = {
  readonly words: number
  /** At 238 words a minute, and 20 seconds for each check. */
  readonly minutes: number
  /** Null while there are fewer than a hundred words of running text. */
  readonly reading: ReadingLevel | null
}

export function lessonFigures(
  tree: LessonTree,
  passages: readonly Pick<Passage, 'part' | 'text'>[],
  language: TextLanguage,
): LessonFigures {
  return {
    words: wordCount(tree),
    minutes: readingMinutes(tree),
    reading: readingLevel(runningText(passages), language) ?? null,
  }
}
