import { lessonBlocks } from '#lib/content/authoring/review-blocks'
import type { ReviewDocument } from '#lib/content/authoring/review-document'
import { aboutText } from '#lib/content/authoring/review-part'
import { drawnLesson } from '#lib/content/lesson/drawn-lesson'
import type { LessonRegisters } from '#lib/content/lesson/registers'
import type { BlockKey } from '#lib/domain/authoring/review/block-key'

/** Where a block stands, and what it says, as a comment keeps it. */
export type FoundBlock = { readonly place: string; readonly text: string }

/** A block of a draft as it stands; undefined where its text has changed or is gone. Lessons are drawn until it is found. */
export async function findBlock(
  { about, items, nodes, lessons }: ReviewDocument,
  key: BlockKey,
  registers: LessonRegisters,
  owner: string,
): Promise<FoundBlock | undefined> {
  const part = [about, ...items, ...nodes].find((each) => each.key === key)
  if (part) return { place: part.place, text: aboutText(part.lines) }
  for (const lesson of lessons) {
    const { tree } = await drawnLesson(owner, lesson.source, registers)
    const block = tree && lessonBlocks(lesson, tree).find((each) => each.key === key)
    if (block) return { place: lesson.place, text: block.text }
  }
  return undefined
}
