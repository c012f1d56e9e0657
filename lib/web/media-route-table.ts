import type { RouteRule } from '#lib/web/route-rule'

const media = '/authoring/[practiceId]/drafts/[draftId]/media'

/** Addresses of the pictures of a draft. */
export const mediaRouteTable: readonly RouteRule[] = [
  { method: 'GET', path: media, caller: 'author-or-review' },
  { method: 'GET', path: `${media}/[name]`, caller: 'author-or-review', isFile: true },
  { method: 'POST', path: `${media}/uploads`, caller: 'author' },
  { method: 'POST', path: `${media}/removals`, caller: 'author' },
]
