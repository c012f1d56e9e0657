import { verifyPassword } from '#lib/auth/hash-password'
import { newSessionId } from '#lib/auth/session-cookie'
import { sessionIdHash } from '#lib/auth/session-id-hash'
import type { VisitorContext } from '#lib/context'
import { findSignIn } from '#lib/data/person'
import { insertSession } from '#lib/data/session'
import { sessionEndsAt } from '#lib/domain/access/session-length'
import type { Language } from '#lib/domain/language'
import { ok, type Result, refuse } from '#lib/domain/result'

export type SignInRefusal = 'wrong-sign-in'

/** `language`: what the person chose in any browser; null where they never did. */
export type SignedIn = { readonly sessionId: string; readonly language: Language | null }

/** Opens a session. Unknown addresses and wrong passwords are refused alike, after the same work. */
export async function signIn(
  { tx, now }: VisitorContext,
  input: { emailAddress: string; password: string },
): Promise<Result<SignedIn, SignInRefusal>> {
  const person = await findSignIn(tx, input.emailAddress)
  const matches = await verifyPassword(person?.passwordHash, input.password)
  if (!person || !matches) return refuse('wrong-sign-in')
  const sessionId = newSessionId()
  await insertSession(tx, {
    idHash: sessionIdHash(sessionId),
    personId: person.personId,
    createdAt: now,
    expiresAt: sessionEndsAt(now),
  })
  return ok({ sessionId, language: person.language })
}
