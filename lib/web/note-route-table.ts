import type { RouteRule } from '#lib/web/route-rule'

const notes = '/authoring/[practiceId]/notes/[moduleId]'
const note = `${notes}/[lessonId]/[language]`

/** Addresses of what a practice puts at the end of lessons of the library. */
export const noteRouteTable: readonly RouteRule[] = [
  { method: 'GET', path: notes, caller: 'author-or-review' },
  { method: 'GET', path: note, caller: 'author-or-review' },
  { method: 'POST', path: `${note}/texts`, caller: 'author' },
  { method: 'POST', path: `${note}/deeds`, caller: 'author-or-review' },
]
