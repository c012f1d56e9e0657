import type { RouteRule } from '#lib/web/route-rule'

/** Addresses of what reminds people: when, with which words, and for whom not. */
export const reminderRouteTable: readonly RouteRule[] = [
  { method: 'GET', path: '/practice/[practiceId]/reminders/new', caller: 'manage' },
  { method: 'POST', path: '/practice/[practiceId]/reminders', caller: 'manage' },
  { method: 'GET', path: '/practice/[practiceId]/reminders/list', caller: 'manage' },
  { method: 'GET', path: '/practice/[practiceId]/reminders/settings', caller: 'manage' },
  { method: 'POST', path: '/practice/[practiceId]/reminders/settings/versions', caller: 'manage' },
  { method: 'GET', path: '/practice/[practiceId]/reminders/texts/[language]/[moment]', caller: 'manage' },
  {
    method: 'POST',
    path: '/practice/[practiceId]/reminders/texts/[language]/[moment]/versions',
    caller: 'manage',
  },
  {
    method: 'POST',
    path: '/practice/[practiceId]/reminders/texts/[language]/[moment]/default',
    caller: 'manage',
  },
  {
    method: 'POST',
    path: '/practice/[practiceId]/reminders/texts/[language]/[moment]/tests',
    caller: 'manage',
  },
  { method: 'POST', path: '/practice/[practiceId]/staff/[staffMemberId]/reminder-pauses', caller: 'manage' },
  {
    method: 'POST',
    path: '/practice/[practiceId]/staff/[staffMemberId]/reminder-pauses/end',
    caller: 'manage',
  },
]
