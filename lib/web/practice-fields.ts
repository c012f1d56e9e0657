import * as z from 'zod'
import type { Capability } from '#lib/domain/access/actor'
import { isLocalDate } from '#lib/domain/calendar'

/** Ids in addresses. A malformed one is answered like an unknown one. */
export const practiceId = z.uuid()
export const staffMemberId = z.uuid()
export const requirementId = z.uuid()
export const mailId = z.uuid()
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

/** Everybody may train; these are given by an administrator. */
export const grantableCapabilities = [
  'manage',
  'author',
  'review',
  'administer',
] as const satisfies Capability[]
