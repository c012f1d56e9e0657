import { log } from '#lib/system/log'
import common from './messages/en/common.json' with { type: 'json' }
import refusals from './messages/en/refusals.json' with { type: 'json' }

/** A redirect after a command. Relative, since a request's host is not the visitor's. */
export function seeOther(path: string, headers: Headers = new Headers()): Response {
  headers.set('location', path)
  return new Response(null, { status: 303, headers })
}

/** Words without a page, for requests that no page of ours sends. */
export function plainResponse(status: number, words: 'not-found' | 'other-site' | 'too-large'): Response {
  return new Response(refusals[words], { status, headers: { 'content-type': 'text/plain; charset=utf-8' } })
}

/** A fault is logged in full and answered in plain words: no request can produce a stack trace. */
export function faultResponse(fault: unknown, request: Request): Response {
  log.error({ fault, path: new URL(request.url).pathname }, 'a command failed')
  return new Response(common.faultBody, {
    status: 500,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  })
}
