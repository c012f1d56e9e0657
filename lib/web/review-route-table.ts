import type { RouteRule } from '#lib/web/route-rule'

const draft = '/authoring/[practiceId]/drafts/[draftId]'
const block = `${draft}/review/[block]`

/** Addresses of the review of a draft. */
export const reviewRouteTable: readonly RouteRule[] = [
  { method: 'GET', path: `${draft}/review`, caller: 'author-or-review' },
  { method: 'GET', path: `${draft}/differences`, caller: 'author-or-review' },
  { method: 'GET', path: block, caller: 'author-or-review' },
  { method: 'POST', path: `${block}/comments`, caller: 'author-or-review' },
  { method: 'POST', path: `${block}/settlements`, caller: 'author-or-review' },
]
