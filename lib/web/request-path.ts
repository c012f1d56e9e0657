/**
 * Path and query of a request as pages may see them. What is no path of ours, or carries an escape that is no character
 * (`%E0%A4%A`), becomes an address that no page has, so that it is answered like any page that does not exist.
 */
export function readablePath(url: string | undefined): string {
  const address = url ?? '/'
  return address.startsWith('/') && isReadable(address) ? address : nowhere
}

/** The last part of such a path, as it was typed. */
export function lastPartOf(path: string): string {
  return isReadable(path) ? decodeURIComponent(path.split('/').at(-1) ?? '') : ''
}

const nowhere = '/no-such-page'

function isReadable(address: string): boolean {
  try {
    decodeURIComponent(address.split('?')[0] ?? '')
    return true
  } catch {
    return false
  }
}
