import type { RouteRule } from '#lib/web/route-rule'

/** Addresses of short reviews: each is its person's alone. */
export const refresherRouteTable: readonly RouteRule[] = [
  { method: 'GET', path: '/reviews/[refresherId]', caller: 'signed-in' },
  { method: 'POST', path: '/reviews/[refresherId]/answers', caller: 'signed-in' },
  { method: 'GET', path: '/account/reviews', caller: 'signed-in' },
  { method: 'POST', path: '/account/reviews/wish', caller: 'signed-in' },
]
