import type { RouteRule } from '#lib/web/route-rule'

/** Addresses of the figures of quizzes, and of scoring again with a corrected key. */
export const measurementRouteTable: readonly RouteRule[] = [
  { method: 'GET', path: '/practice/[practiceId]/statistics', caller: 'author-or-review' },
  { method: 'POST', path: '/practice/[practiceId]/statistics/sharing', caller: 'review' },
  {
    method: 'GET',
    path: '/practice/[practiceId]/statistics/of/[moduleVersionId]',
    caller: 'author-or-review',
  },
  {
    method: 'GET',
    path: '/practice/[practiceId]/statistics/of/[moduleVersionId]/file',
    caller: 'author-or-review',
    isFile: true,
  },
  { method: 'GET', path: '/practice/[practiceId]/regrades', caller: 'review-or-manage' },
  { method: 'GET', path: '/practice/[practiceId]/regrades/of/[moduleVersionId]', caller: 'review' },
  { method: 'POST', path: '/practice/[practiceId]/regrades/of/[moduleVersionId]/runs', caller: 'review' },
  { method: 'GET', path: '/practice/[practiceId]/regrades/[runId]', caller: 'manage' },
  {
    method: 'GET',
    path: '/practice/[practiceId]/regrades/[runId]/people/[submissionId]',
    caller: 'manage',
  },
  {
    method: 'POST',
    path: '/practice/[practiceId]/regrades/[runId]/people/[submissionId]/decision',
    caller: 'manage',
  },
]
