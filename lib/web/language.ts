import { isLanguage, type Language, languageAccepted } from '#lib/domain/language'
import { settings } from '#lib/system/env'

/** `__Host-` over https, as the session's cookie: lib/auth/session-cookie.ts. */
const isHttps = () => new URL(settings().origin).protocol === 'https:'
const cookieName = () => (isHttps() ? '__Host-beacon-language' : 'beacon-language')

const oneYear = 365 * 24 * 60 * 60

/** The language of a request: what was chosen in this browser, else what the browser asks for, else English. */
export function languageOf(headers: Pick<Headers, 'get'>): Language {
  const start = `${cookieName()}=`
  const pairs = (headers.get('cookie') ?? '').split(';').map((pair) => pair.trim())
  const chosen = pairs.find((pair) => pair.startsWith(start))?.slice(start.length)
  return isLanguage(chosen) ? chosen : languageAccepted(headers.get('accept-language'))
}

/** The `Set-Cookie` value that keeps a choice in this browser for a year. */
export function languageCookie(language: Language): string {
  const secure = isHttps() ? '; Secure' : ''
  return `${cookieName()}=${language}; Path=/; Max-Age=${oneYear}; HttpOnly; SameSite=Lax${secure}`
}
