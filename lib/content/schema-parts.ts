import { z } from 'zod'
import { changeKinds } from '#lib/domain/curriculum/module'

/** Ids and folder names: small letters, digits and hyphens. */
export const nameId = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'small letters, digits and hyphens')

/** An option of a question. */
export const optionId = z.enum(['a', 'b', 'c', 'd', 'e', 'f'])

/** What a matching question asks an option for. No letter of an option, so that the two sides cannot be mistaken. */
export const promptId = z.enum(['p', 'q', 'r', 's', 't', 'u'])

/** Prose of one field; whitespace is folded, since YAML breaks long lines. */
export const words = z
  .string()
  .overwrite((text) => text.replace(/\s+/g, ' ').trim())
  .min(1)
  .max(2000)

/** What stands in a list to choose from, whole on a narrow screen. */
export const shortWords = words.max(70)

/** A calendar date as YYYY-MM-DD. */
export const localDateText = z.iso.date()

export const minutes = z.int().min(1).max(60)

/** Who read a text before it was shown. No reviewers means not yet reviewed, and the learner is told so. */
export const review = {
  reviewers: z.array(z.strictObject({ name: words, role: words, on: localDateText })),
  reviewNote: words,
}

/** What each version of a module or case says of itself. */
export const versionHead = {
  version: z.int().min(1),
  changeKind: z.enum(changeKinds),
  language: z.enum(['en', 'es']),
  ...review,
}
