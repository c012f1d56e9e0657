import { z } from 'zod'
import type { SourcePoint } from '#lib/content/lesson/source-node'

const placed = z.strictObject({
  text: z.string(),
  voice: z.enum(['says', 'rebuttal', 'wrong', 'quoted']),
  part: z.enum(['text', 'label', 'alternative']),
  cited: z.boolean(),
  guarded: z.boolean(),
  /** Where in the file the words from `at` on stand; in ascending order. */
  pieces: z
    .array(z.strictObject({ at: z.int().min(0), line: z.int().min(1), column: z.int().min(1) }))
    .min(1),
})

/** A passage of a lesson file that knows where its words stand. */
export type PlacedPassage = Readonly<z.infer<typeof placed>>

/** What comes from a worker is checked here once more. */
export const passagesAnswer = (value: unknown): readonly PlacedPassage[] => z.array(placed).parse(value)

/** Line and column of one word of a passage, both from 1. */
export function pointAt({ pieces }: PlacedPassage, at: number): SourcePoint {
  const piece = pieces.filter((candidate) => candidate.at <= at).at(-1)
  return { line: piece?.line ?? 1, column: (piece?.column ?? 1) + at - (piece?.at ?? at) }
}
