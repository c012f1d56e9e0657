import * as z from 'zod'
import { answersFromFields } from '#lib/domain/curriculum/answer-fields'
import { longestPictureName, pictureName as pictureNamePattern } from '#lib/domain/curriculum/picture'
import type { AssignmentId, AttemptId, FormId, ModuleVersionId, PlayId, RefresherId } from '#lib/domain/ids'
import { formMoments } from '#lib/domain/training/track-forms'

/** Ids in addresses. A malformed one is answered like an unknown one. */
export const assignmentId = z.uuid().transform((id) => id as AssignmentId)
export const attemptId = z.uuid().transform((id) => id as AttemptId)
export const playId = z.uuid().transform((id) => id as PlayId)
export const formId = z.uuid().transform((id) => id as FormId)
export const formMoment = z.enum(formMoments)
export const refresherId = z.uuid().transform((id) => id as RefresherId)
export const contentId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/)

/** "m07@1". */
export const moduleVersionId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,63}@[1-9]\d{0,5}$/)
  .transform((id) => id as ModuleVersionId)

/** A file name, never a path. */
export const pictureName = z.string().max(longestPictureName).regex(pictureNamePattern)

const revisionField = /^revision\.([a-z0-9][a-z0-9-]{0,63})$/
/** In the place of a revision: of two answers to an item, the one that was saved shall count. */
const savedOne = 'saved'

/**
 * The quiz form's fields as answers, and its `revision.<item>` fields, where there are any, as revisions. Left out is what
 * the page neither showed nor gave, and an answer of which the saved one shall count; any other unknown field is left for
 * the strict schema to refuse.
 */
export function answersIn(fields: Record<string, string | string[]>): Record<string, unknown> {
  const { answers, others } = answersFromFields(fields)
  const shown = new Map(
    Object.entries(others).flatMap(([name, value]) => {
      const itemId = revisionField.exec(name)?.[1]
      return itemId ? [[itemId, value] as const] : []
    }),
  )
  const counts = ([itemId, chosen]: readonly [string, readonly string[]]) =>
    shown.get(itemId) !== savedOne && (chosen.length > 0 || shown.get(itemId) !== '0')
  const revisions = [...shown].filter(([, value]) => value !== savedOne)
  return {
    ...Object.fromEntries(Object.entries(others).filter(([name]) => !revisionField.test(name))),
    answers: Object.fromEntries(Object.entries(answers).filter(counts)),
    ...(shown.size > 0 && {
      revisions: Object.fromEntries(revisions.map(([itemId, value]) => [itemId, Number(value)])),
    }),
  }
}

export const answers = z.record(contentId, z.array(z.string().max(64)).max(20))
const revision = z.int().min(0).max(1_000_000)
export const revisions = z.record(contentId, revision).optional()

/** What a plain form saves: its answers as drafts. The script sends the one that has changed. */
export function draftsIn(fields: Record<string, string | string[]>): Record<string, unknown> {
  if ('drafts' in fields) return fields
  const { answers, revisions, idempotencyKey: _, ...others } = answersIn(fields)
  const shown = (revisions ?? {}) as Record<string, number>
  const drafts = Object.entries(answers as Record<string, string[]>).map(([itemId, optionIds]) => {
    return { itemId, optionIds, revision: shown[itemId] ?? 0 }
  })
  return { ...others, drafts }
}

const draft = z.strictObject({
  itemId: contentId,
  optionIds: z.array(z.string().max(64)).max(20),
  revision,
})

/** Answers to save, as JSON in one field: each names the revision that its page showed, and an item stands once. */
export const drafts = z.string().transform((text, context) => {
  const parsed = z.array(draft).min(1).max(200).refine(namesEachOnce).safeParse(parseJson(text))
  if (parsed.success) return parsed.data
  context.addIssue({ code: 'custom', message: 'invalid' })
  return z.NEVER
})

/** What `draftsIn` makes of a plain form, or the script's JSON. A form without an answer saves nothing. */
export const savedDrafts = z.union([drafts, z.array(draft).max(200)])

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
