import type { RouteRule } from '#lib/web/route-rule'

const practice = '/authoring/[practiceId]'
const draft = `${practice}/drafts/[draftId]/case`
const node = `${draft}/nodes/[nodeId]`

/** Addresses of the cases that a practice writes itself. What follows from a choice stands on them. */
export const caseDraftRouteTable: readonly RouteRule[] = [
  { method: 'GET', path: `${practice}/cases/new`, caller: 'author' },
  { method: 'POST', path: `${practice}/cases`, caller: 'author' },
  { method: 'POST', path: `${practice}/case-copies`, caller: 'author' },
  { method: 'GET', path: draft, caller: 'author-or-review' },
  { method: 'GET', path: `${draft}/opening`, caller: 'author' },
  { method: 'POST', path: `${draft}/opening/changes`, caller: 'author' },
  { method: 'POST', path: `${draft}/about/changes`, caller: 'author' },
  { method: 'GET', path: `${draft}/debrief`, caller: 'author' },
  { method: 'POST', path: `${draft}/debrief/changes`, caller: 'author' },
  { method: 'POST', path: `${draft}/remarks/changes`, caller: 'author' },
  { method: 'GET', path: `${draft}/play`, caller: 'author-or-review' },
  { method: 'POST', path: `${draft}/translation-removals`, caller: 'author' },
  { method: 'GET', path: `${draft}/new/[nodeKind]`, caller: 'author' },
  { method: 'POST', path: `${draft}/new/[nodeKind]/nodes`, caller: 'author' },
  { method: 'GET', path: node, caller: 'author' },
  { method: 'POST', path: `${node}/text`, caller: 'author' },
  { method: 'POST', path: `${node}/moves`, caller: 'author' },
  { method: 'POST', path: `${node}/removals`, caller: 'author' },
]
