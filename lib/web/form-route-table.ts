import type { RouteRule } from '#lib/web/route-rule'

/** Addresses of the short forms before and after a training. */
export const formRouteTable: readonly RouteRule[] = [
  { method: 'GET', path: '/training/[assignmentId]/questions/[moment]', caller: 'signed-in' },
  { method: 'POST', path: '/training/[assignmentId]/questions/[moment]/sittings', caller: 'signed-in' },
  { method: 'POST', path: '/training/[assignmentId]/questions/[moment]/skip', caller: 'signed-in' },
  { method: 'GET', path: '/questions/[formId]', caller: 'signed-in' },
  { method: 'POST', path: '/questions/[formId]/answers', caller: 'signed-in' },
  { method: 'GET', path: '/questions/[formId]/result', caller: 'signed-in' },
  { method: 'POST', path: '/questions/[formId]/skipped-lessons', caller: 'signed-in' },
]
