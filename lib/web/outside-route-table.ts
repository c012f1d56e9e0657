import type { RouteRule } from '#lib/web/route-rule'

const reviewers = '/authoring/[practiceId]/drafts/[draftId]/outside-reviewers'

/** Addresses of somebody from outside who reads one draft, and of the authors who ask for it. */
export const outsideRouteTable: readonly RouteRule[] = [
  { method: 'GET', path: reviewers, caller: 'author' },
  { method: 'POST', path: `${reviewers}/invitations`, caller: 'author' },
  { method: 'POST', path: `${reviewers}/[reviewerId]/withdrawal`, caller: 'author' },
  { method: 'GET', path: '/outside-review/[token]', caller: 'public' },
  { method: 'POST', path: '/outside-review/[token]/entry', caller: 'public' },
  { method: 'GET', path: '/outside-review', caller: 'outside' },
  { method: 'GET', path: '/outside-review/parts/[block]', caller: 'outside' },
  { method: 'POST', path: '/outside-review/parts/[block]/comments', caller: 'outside' },
  { method: 'GET', path: '/outside-review/media/[name]', caller: 'outside', isFile: true },
]
