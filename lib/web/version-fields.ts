import * as z from 'zod'
import { chosenKinds } from '#lib/domain/curriculum/module'
import { filesHash } from '#lib/web/authoring-fields'
import { localDate } from '#lib/web/practice-fields'

export const changeKind = z.enum(chosenKinds, 'item-choice-missing')

/** Of the version in work, where its text is replaced; empty where none was in work. */
export const over = z.union([filesHash, z.literal('')]).transform((hash) => (hash === '' ? null : hash))

export const updateLesson = z
  .string()
  .max(80)
  .optional()
  .transform((id) => id || null)

/** The day that a publication is planned for; empty for now. */
export const publishOn = z
  .union([localDate, z.literal('').transform(() => null)])
  .optional()
  .transform((day) => day ?? null)
