import { type NextRequest, NextResponse } from 'next/server'
import { isDevelopment, isServedOverHttps } from '#lib/system/env'

/**
 * Sets the headers that only the running server knows: the nonce of the content security policy, and https for good. It
 * guards nothing: clients can make it skip.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64')
  const policy = contentSecurityPolicy(nonce)
  const headers = new Headers(request.headers)
  headers.set('content-security-policy', policy)
  // A page does not know its own address, and a page that failed must say where to try again.
  headers.set('x-beacon-path', request.nextUrl.pathname)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  // One year, for this host only: others under the same domain are not ours to bind.
  if (isServedOverHttps()) response.headers.set('strict-transport-security', 'max-age=31536000')
  return response
}

export const config = {
  matcher: [{ source: '/((?!_next/static|fonts/|icons/).*)' }],
}

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
