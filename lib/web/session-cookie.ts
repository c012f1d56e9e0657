import { knownDeviceCookieHeader } from '#lib/auth/known-device'
import { clearedSessionCookieHeader, encodeSessionToken, sessionCookieHeader } from '#lib/auth/session-cookie'
import { sessionMinutes } from '#lib/domain/access/session-length'
import { settings } from '#lib/system/env'
import type { SignedIn } from '#lib/use-cases/account/sign-in'
import { languageCookie } from '#lib/web/language'

const maxAgeSeconds = sessionMinutes * 60
// The cookie outlives what it names by a day, so that whoever comes back then is told that the session ended.
const cookieSeconds = maxAgeSeconds + 24 * 60 * 60

/** The `Set-Cookie` values that carry a new session's id. */
export async function sessionCookies(sessionId: string): Promise<string[]> {
  const { authSecret, origin } = settings()
  const token = await encodeSessionToken(sessionId, authSecret, maxAgeSeconds)
  return [sessionCookieHeader({ token, origin, maxAgeSeconds: cookieSeconds })]
}

export async function clearedSessionCookies(): Promise<string[]> {
  return [clearedSessionCookieHeader(settings().origin)]
}

/** The session, the mark by which sign-in knows this browser again, and the language that the person chose. */
export async function signInCookies(
  { sessionId, language }: SignedIn,
  emailAddress: string,
): Promise<string[]> {
  const { authSecret, origin } = settings()
  return [
    ...(await sessionCookies(sessionId)),
    knownDeviceCookieHeader(emailAddress, authSecret, origin),
    ...(language ? [languageCookie(language)] : []),
  ]
}
