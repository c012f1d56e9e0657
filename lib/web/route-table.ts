/** Who may call: anybody; anybody signed in (with every step of sign-in done); a session in the middle of sign-in; a capability at the practice that the address names. */
export type Caller = 'public' | 'signed-in' | 'during-sign-in' | 'manage' | 'administer'

export type RouteRule = {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly caller: Caller
  /** Answers with a file to keep, not with a page. */
  readonly isFile?: true
}

/**
 * Every address that the server answers. A page or route that is missing here, or stands here and not on disk, fails the
 * tests; the matrix of personas is made from it.
 */
export const routeTable: readonly RouteRule[] = [
  { method: 'GET', path: '/', caller: 'public' },
  { method: 'GET', path: '/help', caller: 'public' },
  { method: 'GET', path: '/exit', caller: 'public' },
  { method: 'POST', path: '/language', caller: 'public' },
  { method: 'GET', path: '/fault', caller: 'public' },
  { method: 'GET', path: '/words/[kind]', caller: 'public' },
  { method: 'GET', path: '/handbook', caller: 'public' },
  { method: 'GET', path: '/handbook/[guide]', caller: 'public' },
  { method: 'GET', path: '/verify', caller: 'public' },
  { method: 'GET', path: '/verify/keys', caller: 'public' },
  { method: 'GET', path: '/verify/[certificateNumber]', caller: 'public' },
  { method: 'POST', path: '/verify/[certificateNumber]/comparison', caller: 'public' },
  { method: 'GET', path: '/api/health', caller: 'public' },
  { method: 'GET', path: '/sign-in', caller: 'public' },
  { method: 'POST', path: '/sign-in/session', caller: 'public' },
  { method: 'GET', path: '/sign-in/code', caller: 'during-sign-in' },
  { method: 'POST', path: '/sign-in/code/proof', caller: 'during-sign-in' },
  { method: 'GET', path: '/account', caller: 'signed-in' },
  { method: 'POST', path: '/account/sign-out', caller: 'during-sign-in' },
  { method: 'POST', path: '/account/sign-out-everywhere', caller: 'during-sign-in' },
  { method: 'GET', path: '/account/second-factor', caller: 'during-sign-in' },
  { method: 'POST', path: '/account/second-factor/enrolment', caller: 'during-sign-in' },
  { method: 'POST', path: '/account/second-factor/confirmation', caller: 'during-sign-in' },
  { method: 'POST', path: '/account/second-factor/replacement', caller: 'signed-in' },
  { method: 'GET', path: '/reset', caller: 'public' },
  { method: 'POST', path: '/reset/requests', caller: 'public' },
  { method: 'GET', path: '/reset/requested', caller: 'public' },
  { method: 'GET', path: '/reset/[token]', caller: 'public' },
  { method: 'POST', path: '/reset/[token]/password', caller: 'public' },
  { method: 'GET', path: '/invitation/[token]', caller: 'public' },
  { method: 'POST', path: '/invitation/[token]/acceptance', caller: 'public' },
  { method: 'GET', path: '/set-up/[token]', caller: 'public' },
  { method: 'POST', path: '/set-up/[token]/practice', caller: 'public' },
  { method: 'GET', path: '/training', caller: 'signed-in' },
  { method: 'GET', path: '/training/[assignmentId]', caller: 'signed-in' },
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
  { method: 'GET', path: '/training/[assignmentId]/modules/[moduleId]/quiz', caller: 'signed-in' },
  { method: 'POST', path: '/training/[assignmentId]/modules/[moduleId]/quiz/attempts', caller: 'signed-in' },
  { method: 'GET', path: '/attempts/[attemptId]', caller: 'signed-in' },
  { method: 'POST', path: '/attempts/[attemptId]/answers', caller: 'signed-in' },
  { method: 'POST', path: '/attempts/[attemptId]/submission', caller: 'signed-in' },
  { method: 'GET', path: '/attempts/[attemptId]/result', caller: 'signed-in' },
  { method: 'GET', path: '/media/[moduleVersionId]/[name]', caller: 'signed-in', isFile: true },
  { method: 'GET', path: '/certificates', caller: 'signed-in' },
  { method: 'GET', path: '/certificates/[certificateId]', caller: 'signed-in' },
  { method: 'GET', path: '/certificates/[certificateId]/pdf', caller: 'signed-in', isFile: true },
  { method: 'GET', path: '/practice/[practiceId]', caller: 'manage' },
  { method: 'GET', path: '/practice/[practiceId]/staff/new', caller: 'manage' },
  { method: 'POST', path: '/practice/[practiceId]/staff', caller: 'manage' },
  { method: 'GET', path: '/practice/[practiceId]/staff/[staffMemberId]', caller: 'manage' },
  { method: 'POST', path: '/practice/[practiceId]/staff/[staffMemberId]/invitations', caller: 'manage' },
  { method: 'POST', path: '/practice/[practiceId]/staff/[staffMemberId]/employment-end', caller: 'manage' },
  { method: 'GET', path: '/practice/[practiceId]/staff/[staffMemberId]/entries/[entry]', caller: 'manage' },
  {
    method: 'POST',
    path: '/practice/[practiceId]/staff/[staffMemberId]/entries/[entry]/facts',
    caller: 'manage',
  },
  { method: 'POST', path: '/practice/[practiceId]/staff/[staffMemberId]/rehires', caller: 'manage' },
  { method: 'GET', path: '/practice/[practiceId]/certificates/[certificateId]/revocation', caller: 'manage' },
  {
    method: 'POST',
    path: '/practice/[practiceId]/certificates/[certificateId]/revocations',
    caller: 'manage',
  },
  { method: 'POST', path: '/practice/[practiceId]/staff/[staffMemberId]/attempt-grants', caller: 'manage' },
  { method: 'GET', path: '/practice/[practiceId]/requirements/list', caller: 'manage' },
  { method: 'GET', path: '/practice/[practiceId]/requirements/new', caller: 'manage' },
  { method: 'GET', path: '/practice/[practiceId]/requirements/drafts', caller: 'manage' },
  { method: 'POST', path: '/practice/[practiceId]/requirements', caller: 'manage' },
  { method: 'GET', path: '/practice/[practiceId]/local-contacts', caller: 'manage' },
  { method: 'GET', path: '/practice/[practiceId]/local-contacts/[contactId]', caller: 'manage' },
  { method: 'POST', path: '/practice/[practiceId]/local-contacts/[contactId]/versions', caller: 'manage' },
  { method: 'GET', path: '/practice/[practiceId]/roster', caller: 'manage', isFile: true },
  { method: 'GET', path: '/practice/[practiceId]/reminders/new', caller: 'manage' },
  { method: 'POST', path: '/practice/[practiceId]/reminders', caller: 'manage' },
  { method: 'GET', path: '/practice/[practiceId]/outbox', caller: 'administer' },
  { method: 'POST', path: '/practice/[practiceId]/outbox/[mailId]/disclosure', caller: 'administer' },
]
