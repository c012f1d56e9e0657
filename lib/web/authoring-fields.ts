import * as z from 'zod'
import { changeKinds } from '#lib/domain/curriculum/module'
import { languages } from '#lib/domain/language'
import { listField } from '#lib/web/forms'
import { localDate } from '#lib/web/practice-fields'

/** Ids in addresses. A malformed one is answered like an unknown one. */
export const draftId = z.uuid()
export const trackId = z.string().regex(/^own-[0-9a-f]{12}$/)

const line = (longest: number, tooLong: 'text-too-long' | 'name-too-long' | 'note-too-long') =>
  z.string('words-missing').trim().min(1, 'words-missing').max(longest, tooLong)

export const shortLine = line(100, 'text-too-long')
const paragraph = line(500, 'note-too-long')

const wholeMinutes = z
  .string('number-missing')
  .trim()
  .regex(/^\d{1,3}$/, 'number-missing')
  .transform(Number)
  .refine((minutes) => minutes >= 1 && minutes <= 60, 'number-out-of-range')

/** How a module begins. */
export const moduleFields = {
  moduleTitle: shortLine,
  moduleSummary: paragraph,
  objective1: paragraph,
  objective2: paragraph,
  objective3: paragraph,
  moduleLanguage: z.enum(languages),
}

/** What a module says of itself; as many objectives as it has, in their order. */
export const factFields = {
  moduleTitle: shortLine,
  moduleSummary: paragraph,
  moduleMinutes: wholeMinutes,
  objective1: paragraph,
  objective2: paragraph.optional(),
  objective3: paragraph.optional(),
  objective4: paragraph.optional(),
  objective5: paragraph.optional(),
  objective6: paragraph.optional(),
}

/** What is said of a lesson beside its text. */
export const lessonFields = {
  lessonTitle: shortLine,
  lessonMinutes: wholeMinutes,
  lessonObjectives: listField,
  lessonSources: listField,
}

/** The revision of a file that stood on the page. */
export const base = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number)

/** Of the text that stood on the page. */
export const filesHash = z.string().regex(/^[0-9a-f]{64}$/)

export const lessonId = z.string('lesson-missing').regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'lesson-missing')

export const deedReason = z
  .string()
  .trim()
  .max(500, 'note-too-long')
  .optional()
  .transform((text) => text || null)

export const trackFields = { trackTitle: shortLine, trackSummary: paragraph }

/** What the next version of a track is to people, and the day that a change names. */
export const changeFields = {
  changeKind: z.enum(changeKinds).exclude(['initial']).default('clarifying'),
  dueOn: z
    .union([z.literal(''), localDate])
    .optional()
    .transform((day) => day || null),
}

const placeName = /^(place|case)\.([a-z0-9][a-z0-9-]{0,63})$/

/** Gathers the places that were chosen for modules and for cases; the rest of the form stays as it is. */
export function readPlaces(fields: Record<string, string | string[]>): Record<string, unknown> {
  const rest = Object.entries(fields).filter(([name]) => !placeName.test(name))
  const placed = (kind: string) =>
    Object.entries(fields).flatMap(([name, value]) => {
      const [, said, id] = placeName.exec(name) ?? []
      return said === kind && value !== '' ? [{ id, place: Number(value) }] : []
    })
  return { ...Object.fromEntries(rest), modules: placed('place'), cases: placed('case') }
}

const places = z.array(z.strictObject({ id: z.string(), place: z.int().min(1).max(99) })).max(99)

/** As `readPlaces` gathers them. */
export const trackPlaces = { modules: places, cases: places }
