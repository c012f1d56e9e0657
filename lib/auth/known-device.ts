import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { derivedKey } from '#lib/auth/derived-key'

const cookieName = 'beacon-device'
const maxAgeSeconds = 365 * 24 * 3600

/**
 * The `Set-Cookie` value for a browser from which this address signed in. It opens nothing: it only keeps tries made
 * elsewhere from using up the tries of this browser.
 */
export function knownDeviceCookieHeader(emailAddress: string, authSecret: string, origin: string): string {
  const nonce = randomBytes(12).toString('base64url')
  const secure = origin.startsWith('https:') ? '; Secure' : ''
  const value = `${nonce}.${mark(nonce, emailAddress, authSecret)}`
  return `${cookieName}=${value}; Path=/sign-in; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Lax${secure}`
}

/** The browser's own name, if this very address has signed in from it before. */
export function knownDevice(
  cookieHeader: string | null,
  emailAddress: string,
  authSecret: string,
): string | undefined {
  const pair = (cookieHeader ?? '').split('; ').find((text) => text.startsWith(`${cookieName}=`))
  const [nonce = '', given = ''] = pair?.slice(cookieName.length + 1).split('.') ?? []
  const wanted = Buffer.from(mark(nonce, emailAddress, authSecret))
  const shown = Buffer.from(given)
  return wanted.length === shown.length && timingSafeEqual(wanted, shown) ? nonce : undefined
}

function mark(nonce: string, emailAddress: string, authSecret: string): string {
  return createHmac('sha256', derivedKey(authSecret, 'known-device'))
    .update(`${nonce}\n${emailAddress}`)
    .digest('base64url')
}
