import * as z from 'zod'

/** Typed addresses are compared in lower case; PostgreSQL holds them so. */
export const emailAddress = z
  .string('email-invalid')
  .trim()
  .toLowerCase()
  .max(254, 'email-invalid')
  .pipe(z.email('email-invalid'))
export const newPassword = z
  .string('password-missing')
  .min(1, 'password-missing')
  .max(1024, 'password-too-long')
export const code = z.string('code-missing').trim().min(1, 'code-missing').max(64, 'code-missing')
/** From the app alone: while the second step is being set up, no recovery code counts yet. */
export const firstCode = z
  .string('first-code-missing')
  .trim()
  .min(1, 'first-code-missing')
  .max(64, 'first-code-missing')
export const token = z.string().max(200)
const named = (missing: string) => z.string(missing).trim().min(1, missing).max(200, 'name-too-long')
export const personName = named('name-missing')
/** On a form that asks for more than one name, each says which. */
export const practiceName = named('practice-name-missing')
export const ownName = named('own-name-missing')
/** Where to go after sign-in, as the form carries it. What is no page of ours is as good as nothing. */
export const wayBack = z.string().max(1000).optional().catch(undefined)
