import type { RouteRule } from '#lib/web/route-rule'

/** Reading: a lesson of a training, and what changed in it since it was completed. */
export const trainingRouteTable: readonly RouteRule[] = [
  {
    method: 'GET',
    path: '/training/[assignmentId]/modules/[moduleId]/lessons/[lessonId]',
    caller: 'signed-in',
  },
  {
    method: 'POST',
    path: '/training/[assignmentId]/modules/[moduleId]/lessons/[lessonId]/reading',
    caller: 'signed-in',
  },
  { method: 'GET', path: '/training/[assignmentId]/update', caller: 'signed-in' },
  { method: 'POST', path: '/training/[assignmentId]/update/reading', caller: 'signed-in' },
]
