import * as z from 'zod'
import type { RequirementId } from '#lib/domain/ids'
import { languages } from '#lib/domain/language'
import { reminderMoments } from '#lib/domain/mail/reminder-text'
import { listField } from '#lib/web/forms'
import { localDate, optionalText, requirementId } from '#lib/web/practice-fields'

/** The version that stood on the page; 0 for none. */
const after = z
  .string()
  .regex(/^\d{1,6}$/)
  .transform(Number)

const time = z.string('time-invalid').regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'time-invalid')
const isOn = z
  .string()
  .optional()
  .transform((value) => value !== undefined)

/** "30, 14, 1", with any spaces; nothing is no number. */
const numbers = z
  .string('days-invalid')
  .trim()
  .regex(/^(\d{1,4}(\s*[,;\s]\s*\d{1,4})*)?$/, 'days-invalid')
  .transform((text) =>
    text
      .split(/[^\d]+/)
      .filter(Boolean)
      .map(Number),
  )

export const reminderSettingsFields = {
  after,
  enabled: isOn,
  daysBefore: numbers,
  dayAfter: isOn,
  quietFrom: time,
  quietUntil: time,
  quietWeekends: isOn,
  requirementsOn: listField.pipe(z.array(requirementId.transform((id) => id as RequirementId)).max(200)),
  digestEnabled: isOn,
  digestWeekday: z
    .string('weekday-missing')
    .regex(/^[1-7]$/, 'weekday-missing')
    .transform(Number),
  refreshersEnabled: isOn,
}

/** Which text, as the address names it. */
export const reminderTextPlace = { language: z.enum(languages), moment: z.enum(reminderMoments) }

export const reminderTextVersion = { after }

export const reminderTextFields = {
  after,
  subject: z.string('subject-missing').trim().min(1, 'subject-missing').max(100, 'text-too-long'),
  body: z
    .string('body-missing')
    .transform((text) => `${text.replaceAll('\r\n', '\n').trim()}\n`)
    .pipe(z.string().min(2, 'body-missing').max(4000, 'body-too-long')),
}

export const reminderPauseFields = { pauseThrough: localDate, pauseReason: optionalText }
