import { randomBytes } from 'node:crypto'
import { decode, encode } from 'next-auth/jwt'
import { hostCookieHeader, hostCookieIn, hostCookieName } from '#lib/auth/host-cookie'
import { invariant } from '#lib/domain/invariant'
import { boundedCache } from '#lib/system/bounded-cache'

/** 256 random bits as base64url: the name of a Session row, and the only thing that the cookie says. */
export function newSessionId(): string {
  return randomBytes(32).toString('base64url')
}

const name = 'beacon-session'

/** @param origin the configured public origin, never the request's. */
export function sessionCookieName(origin: string): string {
  return hostCookieName(name, origin)
}

/** An encrypted token (A256GCM under a key derived from the secret) that expires by itself after `maxAgeSeconds`. */
export async function encodeSessionToken(
  sessionId: string,
  authSecret: string,
  maxAgeSeconds: number,
): Promise<string> {
  requireSecret(authSecret)
  return encode({ token: { sid: sessionId }, secret: authSecret, maxAge: maxAgeSeconds })
}

type ReadToken = { readonly sessionId: string; readonly authSecret: string; readonly expiresAtMs: number }

// To derive the key anew and decrypt takes a tenth of the work of a POST. Until it is over, a token says the same.
const readTokens = boundedCache<ReadToken>(5_000)

/**
 * The session's id, or `undefined` when the token is missing, expired, changed or made under another secret. It is no
 * proof that the session lives: the Session row says that, on every request.
 */
export async function decodeSessionToken(
  token: string | undefined,
  authSecret: string,
): Promise<string | undefined> {
  requireSecret(authSecret)
  if (!token) return undefined
  const known = readTokens.get(token)
  if (known?.authSecret === authSecret && Date.now() < known.expiresAtMs) return known.sessionId
  const read = await readToken(token, authSecret)
  if (read) readTokens.set(token, read)
  return read?.sessionId
}

async function readToken(token: string, authSecret: string): Promise<ReadToken | undefined> {
  try {
    const { sid, exp } = (await decode({ token, secret: authSecret })) ?? {}
    const isSessionId = typeof sid === 'string' && /^[A-Za-z0-9_-]{43}$/.test(sid)
    return isSessionId ? { sessionId: sid, authSecret, expiresAtMs: Number(exp ?? 0) * 1000 } : undefined
  } catch {
    return undefined
  }
}

/** The `Set-Cookie` value that signs a person in. Lax, so that a link in a mail arrives signed in; never a POST. */
export function sessionCookieHeader(cookie: {
  token: string
  origin: string
  maxAgeSeconds: number
}): string {
  return hostCookieHeader(name, cookie.origin, cookie.token, cookie.maxAgeSeconds)
}

/** The `Set-Cookie` value that signs out. The Session row is ended as well; the cookie alone ends nothing. */
export function clearedSessionCookieHeader(origin: string): string {
  return hostCookieHeader(name, origin, '', 0)
}

/** The token in a request's `Cookie` header, if there is one. */
export function sessionTokenIn(
  cookieHeaderValue: string | null | undefined,
  origin: string,
): string | undefined {
  return hostCookieIn(name, cookieHeaderValue, origin)
}

function requireSecret(authSecret: string): void {
  invariant(authSecret.length >= 32, 'AUTH_SECRET has at least 32 characters')
}
