import * as z from 'zod'
import { answersFromFields } from '#lib/domain/curriculum/answer-fields'
import { longestPictureName, pictureName as pictureNamePattern } from '#lib/domain/curriculum/picture'
import type { AssignmentId, AttemptId, ModuleVersionId, PlayId } from '#lib/domain/ids'

/** Ids in addresses. A malformed one is answered like an unknown one. */
export const assignmentId = z.uuid().transform((id) => id as AssignmentId)
export const attemptId = z.uuid().transform((id) => id as AttemptId)
export const playId = z.uuid().transform((id) => id as PlayId)
export const contentId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/)

/** "m07@1". */
export const moduleVersionId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,63}@[1-9]\d{0,5}$/)
  .transform((id) => id as ModuleVersionId)

/** A file name, never a path. */
export const pictureName = z.string().max(longestPictureName).regex(pictureNamePattern)

/** The quiz form's fields as answers; any other unknown field is left for the strict schema to refuse. */
export function answersIn(fields: Record<string, string | string[]>): Record<string, unknown> {
  const { answers, others } = answersFromFields(fields)
  return { ...others, answers }
}

export const answers = z.record(contentId, z.array(z.string().max(64)).max(20))

const draft = z.strictObject({
  itemId: contentId,
  optionIds: z.array(z.string().max(64)).max(20),
  revision: z.int().min(0).max(1_000_000),
})

/** Answers to save, as JSON in one field: each names the revision that its page showed, and an item stands once. */
export const drafts = z.string().transform((text, context) => {
  const parsed = z.array(draft).min(1).max(200).refine(namesEachOnce).safeParse(parseJson(text))
  if (parsed.success) return parsed.data
  context.addIssue({ code: 'custom', message: 'invalid' })
  return z.NEVER
})

function namesEachOnce(read: readonly { readonly itemId: string }[]): boolean {
  return new Set(read.map(({ itemId }) => itemId)).size === read.length
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
