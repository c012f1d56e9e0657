import { z } from 'zod'

/** Ids and folder names: small letters, digits and hyphens. */
export const nameId = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'small letters, digits and hyphens')

/** Prose of one field; whitespace is folded, since YAML breaks long lines. */
export const words = z
  .string()
  .overwrite((text) => text.replace(/\s+/g, ' ').trim())
  .min(1)
  .max(2000)

/** A calendar date as YYYY-MM-DD. */
export const localDateText = z.iso.date()
