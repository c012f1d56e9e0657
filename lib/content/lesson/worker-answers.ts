import { z } from 'zod'
import { placedPassages } from '#lib/content/lesson/placed-passage'
import { lessonTreeSchema } from '#lib/content/lesson/tree-schema'

const problems = z
  .array(z.strictObject({ line: z.int().min(1), column: z.int().min(1), message: z.string() }))
  .readonly()

/** A lesson as it is stored; the hash is the sha256 of the tree's canonical JSON, in hex. */
const compiledLesson = z.strictObject({ tree: lessonTreeSchema, hash: z.string().regex(/^[0-9a-f]{64}$/) })
export type CompiledLesson = Readonly<z.infer<typeof compiledLesson>>

const preview = z.strictObject({ lesson: compiledLesson, passages: placedPassages })
/** A lesson as a learner will see it, with its passages, by which its words are judged. */
export type LessonPreview = Readonly<z.infer<typeof preview>>

/** What comes from a worker is checked here once more: the worker has run what authors wrote. */
export const problemsAnswer = (value: unknown) => problems.parse(value)
export const lessonAnswer = (value: unknown): CompiledLesson => compiledLesson.parse(value)
export const previewAnswer = (value: unknown): LessonPreview => preview.parse(value)
