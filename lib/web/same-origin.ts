/**
 * Whether a command may have come from our own pages. `Origin`, if present, must equal the configured origin;
 * `Sec-Fetch-Site`, if present, must be `same-origin` or `none`; a request with neither is refused.
 * Source: the request-path rules of lib/decisions/0002-route-handlers-instead-of-server-actions.md.
 */
export function isSameOrigin(headers: Headers, origin: string): boolean {
  const from = headers.get('origin')
  const site = headers.get('sec-fetch-site')
  if (from === null && site === null) return false
  if (from !== null && from !== origin) return false
  return site === null || site === 'same-origin' || site === 'none'
}

const namesOfThisMachine = ['localhost', '127.0.0.1', '[::1]']

/**
 * The configured origin, for a visitor who calls this machine by another of its own names (`localhost` for `127.0.0.1`):
 * cookies and the check above know one name only. Undefined where nothing is to be done. Where the origin is a public name,
 * nothing ever is: a reverse proxy may call us by any name.
 */
export function originOfAnotherName(host: string | undefined, origin: string): string | undefined {
  const asked = host?.toLowerCase().replace(/:\d+$/, '')
  const ours = new URL(origin).hostname
  if (!asked || asked === ours) return undefined
  return namesOfThisMachine.includes(asked) && namesOfThisMachine.includes(ours) ? origin : undefined
}
