import type { RouteRule } from '#lib/web/route-rule'

const quiz = '/authoring/[practiceId]/drafts/[draftId]/quiz'
const item = `${quiz}/items/[itemId]`

/** Addresses of the quiz of a draft. Right answers stand on them, so that nobody else at the practice may see one. */
export const itemRouteTable: readonly RouteRule[] = [
  { method: 'GET', path: quiz, caller: 'author-or-review' },
  { method: 'GET', path: `${quiz}/new/[itemKind]`, caller: 'author' },
  { method: 'POST', path: `${quiz}/new/[itemKind]/items`, caller: 'author' },
  { method: 'GET', path: item, caller: 'author-or-review' },
  { method: 'POST', path: `${item}/text`, caller: 'author' },
  { method: 'POST', path: `${item}/moves`, caller: 'author' },
  { method: 'GET', path: `${item}/removal`, caller: 'author' },
  { method: 'POST', path: `${item}/removals`, caller: 'author' },
  { method: 'GET', path: `${quiz}/settings`, caller: 'author-or-review' },
  { method: 'POST', path: `${quiz}/settings/changes`, caller: 'author' },
]
