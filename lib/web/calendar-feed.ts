import { createHash } from 'node:crypto'
import type { Throttle } from '#lib/domain/access/throttle'
import { limitTries } from '#lib/use-cases/account/limit-tries'
import { readFeed } from '#lib/use-cases/calendar/read-feed'
import { database, withVisitor } from '#lib/web/context'
import { faultResponse, plainResponse } from '#lib/web/responses'
import { addressHeader } from '#lib/web/visitor-address'

const hash = (text: string) => createHash('sha256').update(text).digest('base64url')

/**
 * Sixty times an hour for one address, which is far more than calendars ask, and three hundred a minute for whoever asks:
 * too few to try addresses. Keys are hashed: a table of throttles must not be a list of addresses.
 */
function feedThrottles(token: string, request: Request): Throttle[] {
  const from = request.headers.get(addressHeader) ?? ''
  return [
    { key: `calendar:${hash(token).slice(0, 22)}`, points: 60, withinSeconds: 60 * 60 },
    { key: `calendar:from:${hash(from).slice(0, 22)}`, points: 300, withinSeconds: 60 },
  ]
}

/** The calendar behind a secret address, for programs that hold no session. An address that nobody has is an unknown page. */
export async function feedResponse(request: Request, named: string): Promise<Response> {
  const token = named.replace(/\.ics$/, '')
  try {
    if (await limitTries(database(), feedThrottles(token, request)))
      return plainResponse(request, 429, 'too-many-tries')
    const feed = await withVisitor(request.headers, (context) => readFeed(context, { token }))
    if (!feed.ok) return plainResponse(request, 404, 'not-found')
    const etag = `"${hash(feed.value)}"`
    const headers = {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'inline; filename="training.ics"',
      // Whoever asks again within the hour has what it says; a cache between must keep nobody's days.
      'cache-control': 'private, max-age=3600',
      'x-robots-tag': 'noindex',
      etag,
    }
    const isKnown = request.headers.get('if-none-match') === etag
    return isKnown ? new Response(null, { status: 304, headers }) : new Response(feed.value, { headers })
  } catch (fault) {
    return faultResponse(fault, request)
  }
}
