import * as z from 'zod'
import { isLocalDate } from '#lib/domain/calendar'
import { maxDocumentBytes } from '#lib/domain/external/document'
import type { UploadedFile } from '#lib/web/command-shape'
import { listField } from '#lib/web/forms'
import { localDate, optionalText } from '#lib/web/practice-fields'

/** Ids in addresses. A malformed one is answered like an unknown one. */
export const externalId = z.uuid()

/** The one file of the form. */
export const certificateUpload = {
  field: 'file',
  maxBytes: maxDocumentBytes,
  tooLarge: 'certificate-too-large',
} as const

/** A day that may be left empty. */
export const optionalDate = z
  .string()
  .optional()
  .transform((text) => text || null)
  .refine((text) => text === null || isLocalDate(text), 'date-invalid')
  .transform((text) => (text !== null && isLocalDate(text) ? text : null))

const hours = /^\d{1,3}(?:[.,]\d{1,2})?$/

/** What somebody copies from a certificate, as it is typed. */
export const statementFields = {
  provider: z.string('provider-missing').trim().min(1, 'provider-missing').max(200, 'name-too-long'),
  title: z.string('title-missing').trim().min(1, 'title-missing').max(200, 'name-too-long'),
  completedOn: localDate,
  validThrough: optionalDate,
  learningHours: z
    .string()
    .trim()
    .optional()
    .transform((text) => text || null)
    .refine((text) => text === null || hours.test(text), 'learning-hours-invalid')
    .transform((text) => (text === null ? null : Number(text.replace(',', '.'))))
    .refine((number) => number === null || number <= 500, 'learning-hours-invalid'),
  courseNumber: optionalText,
  requirementIds: listField.pipe(z.array(z.uuid()).min(1, 'external-requirement-missing').max(200)),
  file: z.custom<UploadedFile>(
    (file) => typeof file === 'object' && file !== null && 'bytes' in file,
    'certificate-file-missing',
  ),
}

type Typed = Omit<z.output<z.ZodObject<typeof statementFields>>, 'file' | 'requirementIds'>

/** The form's fields as the use case takes them. */
export function statementOf({
  provider,
  title,
  completedOn,
  validThrough,
  learningHours,
  courseNumber,
}: Typed) {
  return { provider, title, completedOn, validThrough, hours: learningHours, courseNumber }
}

/** Words that are kept as a reason; nothing where the field was left empty. */
export const optionalReason = z
  .string()
  .trim()
  .max(500, 'reason-too-long')
  .optional()
  .transform((text) => text || null)
export const reason = z.string('reason-missing').trim().min(1, 'reason-missing').max(500, 'reason-too-long')
