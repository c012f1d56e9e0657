import { log } from '#lib/system/log'
import { languageOf } from '#lib/web/language'
import { messages } from '#lib/web/messages'

/** A redirect after a command. Relative, since a request's host is not the visitor's. */
export function seeOther(path: string, headers: Headers = new Headers()): Response {
  headers.set('location', path)
  return new Response(null, { status: 303, headers })
}

/** An answer that no page of ours leads to, in words and with a way on. */
export function plainResponse(
  request: Request,
  status: number,
  words: 'not-found' | 'other-site' | 'too-large' | 'too-many-tries' | 'too-many-files',
): Response {
  const { common, refusals } = messages[languageOf(request.headers)]
  const title = words === 'not-found' ? common.notFoundTitle : common.problemTitle
  return barePage(request, status, title, refusals[words])
}

/** A fault is logged with its place and answered in plain words: no request can produce a stack trace. */
export function faultResponse(fault: unknown, request: Request): Response {
  logFault(fault, new URL(request.url).pathname)
  return faultPage(request, null)
}

/** Without the token of a one-time link, which is still good for its holder's second try. */
export function logFault(fault: unknown, path: string): void {
  log.error({ fault, path: path.replace(/[\w-]{43,}/g, '(token)') }, 'a request failed')
}

/** @param again a path of ours to try again; anything else is left out. */
export function faultPage(request: Request, again: string | null): Response {
  const isOurs = again !== null && /^\/(?![/\\])[\w\-.~%/?=&]*$/.test(again)
  const { common } = messages[languageOf(request.headers)]
  return barePage(request, 500, common.faultTitle, common.faultBody, isOurs ? again : null)
}

/** A whole page by itself: it needs no database and no build, since any of those may be what failed. */
function barePage(
  request: Request,
  status: number,
  title: string,
  body: string,
  again: string | null = null,
): Response {
  const language = languageOf(request.headers)
  const { common } = messages[language]
  const links = [
    ...(again === null ? [] : [[again, common.tryAgain]]),
    ['/', common.toStart],
    ['/help', common.help],
  ]
  const list = links.map(
    ([href = '', words = '']) => `<li><a href="${escaped(href)}">${escaped(words)}</a></li>`,
  )
  const html = `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="/plain.css">
<title>${escaped(common.documentTitle)}</title>
<main>
<h1>${escaped(title)}</h1>
<p>${escaped(body)}</p>
<ul>${list.join('')}</ul>
</main>
</html>
`
  const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'private, no-store' }
  return new Response(html, { status, headers })
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? '')
