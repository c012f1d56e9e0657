import type { RouteRule } from '#lib/web/route-rule'

const draft = '/authoring/[practiceId]/drafts/[draftId]'

/** Addresses of the versions of what a practice writes itself. */
export const versionRouteTable: readonly RouteRule[] = [
  { method: 'POST', path: `${draft}/next-version`, caller: 'author' },
  { method: 'POST', path: `${draft}/change`, caller: 'author' },
  { method: 'POST', path: `${draft}/plan-end`, caller: 'author-or-review' },
]
