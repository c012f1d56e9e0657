import { invariant } from '#lib/domain/invariant'

/**
 * `__Host-` ties a cookie to this very host over https. Browsers refuse the prefix over plain http, which is for loopback
 * only, so the cookie has its plain name there.
 *
 * @param origin the configured public origin, never the request's.
 */
export function hostCookieName(name: string, origin: string): string {
  return isHttps(origin) ? `__Host-${name}` : name
}

/** A `Set-Cookie` value that no script reads. Lax, so that a link in a mail brings it along; never a POST from elsewhere. */
export function hostCookieHeader(name: string, origin: string, value: string, maxAgeSeconds: number): string {
  invariant(/^[A-Za-z0-9._-]*$/.test(value), 'a token has only characters that a cookie may hold')
  const secure = isHttps(origin) ? '; Secure' : ''
  return `${hostCookieName(name, origin)}=${value}; Path=/; Max-Age=${Math.floor(maxAgeSeconds)}; HttpOnly; SameSite=Lax${secure}`
}

/** The cookie's value in a request's `Cookie` header, if there is one. */
export function hostCookieIn(
  name: string,
  cookieHeaderValue: string | null | undefined,
  origin: string,
): string | undefined {
  const start = `${hostCookieName(name, origin)}=`
  const pairs = (cookieHeaderValue ?? '').split(';').map((pair) => pair.trim())
  return pairs.find((pair) => pair.startsWith(start))?.slice(start.length) || undefined
}

function isHttps(origin: string): boolean {
  return new URL(origin).protocol === 'https:'
}
