import * as z from 'zod'
import { longestNote, noteDeedKinds } from '#lib/domain/authoring/practice-note'
import { languages } from '#lib/domain/language'
import type { Params } from '#lib/web/command-shape'
import { contentId } from '#lib/web/learner-fields'
import { practiceId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

/** The parts of a note's address. */
export const notePlace = { practiceId, moduleId: contentId, lessonId: contentId, language: z.enum(languages) }
export type NotePlace = z.output<z.ZodObject<typeof notePlace>>

/** The page of a note, from the parts of its address. */
export const notePage = ({
  practiceId: practice = '',
  moduleId = '',
  lessonId = '',
  language = '',
}: Params) => routes.practiceNote(practice, moduleId, lessonId, language)

/** Markdown: what it may hold, the rules of lessons say. */
export const noteText = z
  .string('words-missing')
  .transform((text) => text.replace(/\r\n?/g, '\n').trimEnd())
  .pipe(z.string().min(1, 'words-missing').max(longestNote, 'practice-note-too-long'))

/** The number of the last text that stood on the page; 0 for none. */
export const noteAfter = z
  .string()
  .regex(/^\d{1,4}$/)
  .transform(Number)

/** The text that somebody decides about. */
export const noteNumber = z
  .string()
  .regex(/^[1-9]\d{0,3}$/)
  .transform(Number)

export const noteDeed = z.enum(noteDeedKinds)
