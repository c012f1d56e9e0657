import * as z from 'zod'
import type { Capability } from '#lib/domain/access/actor'
import { isLocalDate } from '#lib/domain/calendar'

/** Ids in addresses. A malformed one is answered like an unknown one. */
export const practiceId = z.uuid()
export const staffMemberId = z.uuid()
export const requirementId = z.uuid()
export const mailId = z.uuid()
export const certificateId = z.uuid()
export const moduleId = z.string('module-missing').regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'module-missing')

/** A day as browsers send it. */
export const localDate = z.string('date-missing').min(1, 'date-missing').refine(isLocalDate, 'date-invalid')

/** A short text that may be left empty. */
export const optionalText = z
  .string()
  .trim()
  .max(100, 'text-too-long')
  .optional()
  .transform((text) => text || null)

/** Why something was decided, for whoever reads it in years. */
export const reason = z.string('reason-missing').trim().min(1, 'reason-missing').max(500, 'note-too-long')

/** Everybody may train; these are given by an administrator. */
export const grantableCapabilities = [
  'manage',
  'author',
  'review',
  'administer',
] as const satisfies Capability[]

/** The fields of a local contact, as they are typed. */
export const localContactFields = {
  contactId: z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/),
  /** The version that stood on the page; 0 for none. */
  after: z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number),
  name: z.string('name-missing').trim().min(1, 'name-missing').max(200, 'name-too-long'),
  phone: z
    .string('phone-missing')
    .trim()
    .min(1, 'phone-missing')
    .max(100, 'text-too-long')
    .regex(/^(?=(?:\D*\d){3})[\p{L}\d\s()+.,;:/#*&-]+$/u, 'phone-invalid'),
  hours: z.string('hours-missing').trim().min(1, 'hours-missing').max(200, 'name-too-long'),
  note: z
    .string()
    .trim()
    .max(500, 'note-too-long')
    .optional()
    .transform((text) => text || null),
  checkedOn: localDate,
}
