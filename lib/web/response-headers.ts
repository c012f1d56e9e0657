import { randomBytes } from 'node:crypto'
import { isDevelopment, isServedOverHttps } from '#lib/system/env'

/** The policy by itself, since the framework reads from it which nonce its own scripts get. */
export type ResponseHeaders = {
  readonly policy: string
  /** For the one script that a page names itself. */
  readonly nonce: string
  readonly all: readonly (readonly [string, string])[]
}

/** What stands on every answer, errors and files included. The policy's nonce is new for each. */
export function responseHeaders(): ResponseHeaders {
  const nonce = randomBytes(16).toString('base64')
  const policy = contentSecurityPolicy(nonce)
  // One year, for this host only: others under the same domain are not ours to bind.
  const transport = isServedOverHttps() ? [['strict-transport-security', 'max-age=31536000'] as const] : []
  return { policy, nonce, all: [['content-security-policy', policy], ...transport, ...fixed] }
}

const fixed: ResponseHeaders['all'] = [
  ['x-content-type-options', 'nosniff'],
  ['x-frame-options', 'DENY'],
  ['referrer-policy', 'same-origin'],
  ['permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'],
  ['cross-origin-opener-policy', 'same-origin'],
  ['cross-origin-resource-policy', 'same-origin'],
  ['x-robots-tag', 'noindex, nofollow'],
]

function contentSecurityPolicy(nonce: string): string {
  // The development server evaluates code and styles its own tools in line; nothing else ever may.
  const development = isDevelopment()
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    `style-src 'self'${development ? " 'unsafe-inline'" : ''}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}
