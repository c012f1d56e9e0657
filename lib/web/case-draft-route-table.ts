import type { RouteRule } from '#lib/web/route-rule'

const practice = '/authoring/[practiceId]'

/** Addresses of the cases that a practice writes itself. What follows from a choice stands on them. */
export const caseDraftRouteTable: readonly RouteRule[] = [
  { method: 'GET', path: `${practice}/cases/new`, caller: 'author' },
  { method: 'POST', path: `${practice}/cases`, caller: 'author' },
  { method: 'POST', path: `${practice}/case-copies`, caller: 'author' },
]
