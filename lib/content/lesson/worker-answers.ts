import { z } from 'zod'
import { lessonTreeSchema } from '#lib/content/lesson/tree-schema'

const problems = z
  .array(z.strictObject({ line: z.int().min(1), column: z.int().min(1), message: z.string() }))
  .readonly()

/** A lesson as it is stored; the hash is the sha256 of the tree's canonical JSON, in hex. */
const compiledLesson = z.strictObject({ tree: lessonTreeSchema, hash: z.string().regex(/^[0-9a-f]{64}$/) })
export type CompiledLesson = Readonly<z.infer<typeof compiledLesson>>

const preview = z.strictObject({
  lesson: compiledLesson,
  figures: z.strictObject({
    words: z.int().min(0),
    minutes: z.int().min(1),
    reading: z.strictObject({ score: z.number(), bound: z.number(), isHard: z.boolean() }).nullable(),
  }),
  /** What the rules of wording find: none of it keeps the lesson from being compiled. */
  advice: problems,
})
/** A lesson as a learner will see it, and what its author is told about it. */
export type LessonPreview = Readonly<z.infer<typeof preview>>

/** What comes from a worker is checked here once more: the worker has run what authors wrote. */
export const problemsAnswer = (value: unknown) => problems.parse(value)
export const lessonAnswer = (value: unknown): CompiledLesson => compiledLesson.parse(value)
export const previewAnswer = (value: unknown): LessonPreview => preview.parse(value)
