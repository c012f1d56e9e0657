import * as z from 'zod'
import { regradeOutcomes } from '#lib/domain/assessment/regrade'

export const moduleVersionId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}@\d{1,4}$/)
export const runId = z.uuid()
export const submissionId = z.uuid()

export const regradeDecision = z.enum(regradeOutcomes, 'decision-missing')

/** The version that stood on the page; 0 for none. */
export const sharingAfter = z
  .string()
  .regex(/^\d{1,6}$/)
  .transform(Number)
export const shared = z.enum(['yes', 'no']).transform((answer) => answer === 'yes')
