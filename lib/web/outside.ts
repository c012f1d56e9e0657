import { outsideCookieHeader, outsideTokenIn } from '#lib/auth/outside-cookie'
import type { OutsideContext, VisitorContext } from '#lib/context'
import { outsideMinutes } from '#lib/domain/access/session-length'
import { settings } from '#lib/system/env'
import { enterOutsideReview } from '#lib/use-cases/outside/enter-outside-review'

type Asking = Pick<Headers, 'get'>

/** The transaction, opened for the one draft that the request's cookie opens, if any. */
export function enterOutside(context: VisitorContext, asking: Asking): Promise<OutsideContext | undefined> {
  return enterOutsideReview(context, outsideTokenIn(asking.get('cookie'), settings().origin))
}

/** The `Set-Cookie` value for the browser that used a link. */
export const outsideCookie = (accessToken: string): string =>
  outsideCookieHeader(accessToken, settings().origin, outsideMinutes * 60)
