import { hiddenCharacter } from '#lib/domain/curriculum/source/hidden-characters'

const kinds = 'https://…, mailto:…, tel:…, #part-of-this-page or /path-on-this-site'

// A host that can be read for what it is: plain letters, so that no letter of another alphabet passes for one of them; no
// number, no port, no name before it.
const readableHost = /^https:\/\/((?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,})(?=[/?#]|$)/i

function isHttps(url: string) {
  const host = readableHost.exec(url)?.[1]?.toLowerCase()
  if (!url.startsWith('https://') || host === undefined || /(?:^|\.)xn--/.test(host)) return false
  return URL.canParse(url) && new URL(url).hostname === host
}

/** One slash, then segments; nothing that a browser could read as another host or as the way up. */
const isPath = (url: string) =>
  /^\/(?:[\w-][\w.~%-]*(?:\/[\w-][\w.~%-]*)*\/?)?(?:\?[\w=&%.~-]*)?(?:#[\w-]*)?$/.test(url)

const isAllowed = (url: string) =>
  isHttps(url) ||
  isPath(url) ||
  /^#[\w-]+$/.test(url) ||
  /^mailto:[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/.test(url) ||
  /^tel:\+?[\d-]{3,20}$/.test(url)

/** Why a link's address is refused, with the mend; undefined when it is allowed. Character references are decoded. */
export function urlProblem(url: string): string | undefined {
  if (/[\s\\]/.test(url) || hiddenCharacter(url)) {
    return `The address of this link has a space, a backslash or a hidden character. Write ${kinds}.`
  }
  if (isAllowed(url)) return undefined
  if (url.startsWith('https://')) {
    return 'The host in the address of this link has other letters than a to z, a number, a name or a port. Write it like https://example.org/page.'
  }
  return `Links to this address are not allowed. Write ${kinds}.`
}
