import type { RouteRule } from '#lib/web/route-rule'

const lesson = '/authoring/[practiceId]/drafts/[draftId]/lessons/[lesson]'

/** Addresses of the editor of a lesson. */
export const editorRouteTable: readonly RouteRule[] = [
  { method: 'GET', path: lesson, caller: 'author-or-review' },
  { method: 'POST', path: `${lesson}/about`, caller: 'author' },
  { method: 'POST', path: `${lesson}/text`, caller: 'author' },
  { method: 'POST', path: `${lesson}/changes`, caller: 'author-or-review' },
  { method: 'POST', path: `${lesson}/preview`, caller: 'author-or-review' },
]
