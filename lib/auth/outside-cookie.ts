import { hostCookieHeader, hostCookieIn } from '#lib/auth/host-cookie'

const name = 'beacon-outside'

/** The `Set-Cookie` value by which a browser reads one draft from outside. It is nobody's session, and opens nothing else. */
export function outsideCookieHeader(accessToken: string, origin: string, maxAgeSeconds: number): string {
  return hostCookieHeader(name, origin, accessToken, maxAgeSeconds)
}

export function outsideTokenIn(
  cookieHeaderValue: string | null | undefined,
  origin: string,
): string | undefined {
  return hostCookieIn(name, cookieHeaderValue, origin)
}
