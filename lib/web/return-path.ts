import type { Route } from 'next'
import { settings } from '#lib/system/env'
import { routeTable } from '#lib/web/route-table'
import { routes } from '#lib/web/routes'

/** Pages that ask for a session and show something: the only ones that sign-in leads back to. */
const pages = routeTable
  .filter(({ method, caller, isFile }) => {
    const asksForSession = caller !== 'public' && caller !== 'during-sign-in'
    return method === 'GET' && asksForSession && !isFile
  })
  .map(({ path }) => new RegExp(`^${path.replace(/\[\w+\]/g, '[\\w-]+')}$`))

/**
 * The wish to be led back to a page of ours after sign-in, if it is one: a path with a single slash at its beginning, as the
 * route table knows it, with or without a query. Null for another site, a command, a file, or anything else.
 */
export function returnPath(wanted: unknown): Route | null {
  if (typeof wanted !== 'string' || wanted.length > 1000) return null
  const { path, query } = /^(?<path>\/[\w/-]+)(?:\?(?<query>[\w\-.~%&=+]*))?$/.exec(wanted)?.groups ?? {}
  if (path === undefined || !pages.some((page) => page.test(path))) return null
  // A refused form is shown once, to the session that sent it.
  const kept = (query ?? '').split('&').filter((pair) => pair !== '' && !pair.startsWith('form='))
  return (kept.length > 0 ? `${path}?${kept.join('&')}` : path) as Route
}

const withFrom = (page: Route, back: Route | null) =>
  (back === null ? page : `${page}?from=${encodeURIComponent(back)}`) as Route

/** Sign-in, and then back. */
export const signInPage = (wanted: unknown): Route => withFrom(routes.signIn, returnPath(wanted))

/** The second step of sign-in, and then back. */
export const codePage = (wanted: unknown): Route => withFrom(routes.secondFactorCode, returnPath(wanted))

/**
 * The page of ours that a form was sent from, by the address that browsers name with it; the start page where they name none,
 * or another site's. Which page it is does not matter: it is only read again.
 */
export function pageBefore(referer: string | null, block?: string): Route {
  const from = URL.parse(referer ?? '')
  if (from?.origin !== settings().origin) return routes.home
  const { path, query } =
    /^(?<path>\/(?![/\\])[\w.~%/-]*)(?:\?(?<query>[\w\-.~%&=+]*))?$/.exec(from.pathname + from.search)
      ?.groups ?? {}
  if (path === undefined) return routes.home
  const kept = (query ?? '').split('&').filter((pair) => pair !== '' && !pair.startsWith('form='))
  const address = kept.length > 0 ? `${path}?${kept.join('&')}` : path
  return (block === undefined ? address : `${address}#${block}`) as Route
}
