import { caseDraftRouteTable } from '#lib/web/case-draft-route-table'
import { mediaRouteTable } from '#lib/web/media-route-table'
import { noteRouteTable } from '#lib/web/note-route-table'
import { reviewRouteTable } from '#lib/web/review-route-table'
import type { RouteRule } from '#lib/web/route-rule'
import { versionRouteTable } from '#lib/web/version-route-table'

const practice = '/authoring/[practiceId]'
const draft = `${practice}/drafts/[draftId]`
const track = `${practice}/tracks/[trackId]`

/** Addresses of what a practice writes itself. */
export const authoringRouteTable: readonly RouteRule[] = [
  ...reviewRouteTable,
  ...caseDraftRouteTable,
  ...noteRouteTable,
  { method: 'GET', path: practice, caller: 'author-or-review' },
  { method: 'GET', path: `${practice}/modules/new`, caller: 'author' },
  { method: 'POST', path: `${practice}/modules`, caller: 'author' },
  { method: 'POST', path: `${practice}/copies`, caller: 'author' },
  { method: 'GET', path: draft, caller: 'author-or-review' },
  { method: 'POST', path: `${draft}/facts`, caller: 'author' },
  { method: 'POST', path: `${draft}/outline`, caller: 'author' },
  { method: 'POST', path: `${draft}/titles`, caller: 'author' },
  { method: 'GET', path: `${draft}/checks`, caller: 'author-or-review' },
  { method: 'POST', path: `${draft}/events`, caller: 'author-or-review' },
  { method: 'POST', path: `${draft}/publication`, caller: 'author-or-review' },
  { method: 'POST', path: `${draft}/translations/removals`, caller: 'author' },
  { method: 'GET', path: `${draft}/impact`, caller: 'author-or-review' },
  { method: 'POST', path: `${practice}/tracks`, caller: 'author' },
  { method: 'GET', path: `${practice}/tracks/new`, caller: 'author' },
  { method: 'GET', path: track, caller: 'author' },
  { method: 'POST', path: `${track}/versions`, caller: 'author' },
  ...mediaRouteTable,
  ...versionRouteTable,
]
