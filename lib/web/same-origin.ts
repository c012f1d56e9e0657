/**
 * Whether a command may have come from our own pages. `Origin`, if present, must equal the configured origin;
 * `Sec-Fetch-Site`, if present, must be `same-origin` or `none`; a request with neither is refused.
 * Source: the request-path rules of lib/decisions/0002-route-handlers-not-server-actions.md.
 */
export function isSameOrigin(headers: Headers, origin: string): boolean {
  const from = headers.get('origin')
  const site = headers.get('sec-fetch-site')
  if (from === null && site === null) return false
  if (from !== null && from !== origin) return false
  return site === null || site === 'same-origin' || site === 'none'
}
