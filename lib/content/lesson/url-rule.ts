import { hiddenCharacter } from '#lib/content/lesson/screen'

const kinds = 'https://…, mailto:…, tel:…, #part-of-this-page or /path-on-this-site'

function isHttps(url: string) {
  if (!url.startsWith('https://') || !URL.canParse(url)) return false
  const { protocol, username, password, hostname } = new URL(url)
  return protocol === 'https:' && username === '' && password === '' && hostname.includes('.')
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
  return `Links to this address are not allowed. Write ${kinds}.`
}
