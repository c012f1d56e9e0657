import * as z from 'zod'
import { languages } from '#lib/domain/language'

const fold = (text: string) => text.replace(/\s+/g, ' ').trim()

/** Prose of a case, as long as its files hold it; white space does not count. */
const passage = z
  .string('words-missing')
  .max(8000, 'item-text-too-long')
  .overwrite(fold)
  .max(2000, 'item-text-too-long')
const neededPassage = passage.min(1, 'words-missing')
const neededLine = z.string('words-missing').overwrite(fold).min(1, 'words-missing').max(100, 'text-too-long')

const wholeNumber = (most: number, least: number) =>
  z
    .string('number-missing')
    .trim()
    .regex(/^\d{1,3}$/, 'number-missing')
    .transform(Number)
    .refine((number) => number >= least && number <= most, 'number-out-of-range')

/** What a case says of itself. */
export const caseAboutFields = {
  caseTitle: neededLine,
  caseSummary: neededPassage,
  caseMinutes: wholeNumber(60, 1),
  caseModule: z.string().max(80).default(''),
}

/** One thing to a line. */
const lines = z
  .string('words-missing')
  .max(8000, 'item-text-too-long')
  .transform((text) => text.split(/\r?\n/).map(fold).filter(Boolean))
  .refine((known) => known.length > 0, 'words-missing')
  .refine((known) => known.every((each) => each.length <= 2000), 'item-text-too-long')

/** What is known before the first scene. */
export const caseOpeningFields = {
  caseSetting: neededPassage,
  caseRole: neededPassage,
  casePatient: neededLine,
  caseAge: wholeNumber(120, 0),
  casePronouns: neededLine,
  caseReason: neededPassage,
  caseKnown: lines,
  caseNote: neededPassage,
}

export const caseLanguage = z.enum(languages)

type OpeningFields = z.output<z.ZodObject<typeof caseOpeningFields>>

export const caseOpeningOf = (form: OpeningFields) => ({
  setting: form.caseSetting,
  role: form.caseRole,
  patient: {
    name: form.casePatient,
    age: form.caseAge,
    pronouns: form.casePronouns,
    reason: form.caseReason,
  },
  known: form.caseKnown,
  contentNote: form.caseNote,
})
