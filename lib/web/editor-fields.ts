import * as z from 'zod'
import type { LessonPlace } from '#lib/domain/authoring/draft-path'
import { isLanguage } from '#lib/domain/language'

export const draftId = z.uuid()

/** The name of a lesson's file without the ending, or with the language of a translation: `first-signs.es`. */
export const lesson = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.(?:en|es))?$/)
  .transform((name): LessonPlace => {
    const [file = '', language] = name.split('.')
    return { lesson: file, translation: isLanguage(language) ? language : null }
  })

/** Longer than any lesson, so that the rules of lessons say what is too long. */
export const source = z.string('source-missing').max(100_000, 'source-too-long')

export const revision = z
  .string('form-broken')
  .regex(/^\d{1,7}$/, 'form-broken')
  .transform(Number)
