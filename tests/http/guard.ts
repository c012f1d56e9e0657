import type { Caller, RouteRule } from '#lib/web/route-rule'
import type { Doors } from '#tests/http/doors'

/**
 * Everybody who may stand before a door. `ended` left the learner's practice yesterday and still has a session; `outside` has no
 * account, and was let in to read one draft.
 */
export const callers = [
  'stranger',
  'learner',
  'manager',
  'administrator',
  'author',
  'reviewer',
  'foreignLearner',
  'foreignManager',
  'pending',
  'ended',
  'outside',
] as const
export type CallerName = (typeof callers)[number]

export function cookieOf(name: CallerName, { personas, outside }: Doors): string {
  if (name === 'outside') return outside
  return name === 'stranger' ? '' : personas[name].cookie
}

/** Whoever has no session of ours. */
export const strangers: readonly CallerName[] = ['stranger', 'outside']

/** What a door does: lets in, sends to a step of sign-in, or does as if it were not there. */
export type Outcome = 'in' | 'sign-in' | 'code' | 'not-found'

const managers: readonly CallerName[] = ['manager', 'administrator']
const reviewers: readonly CallerName[] = ['reviewer', 'administrator']
const authors: readonly CallerName[] = ['author', 'administrator']
const trainers: readonly CallerName[] = [...authors, ...reviewers]
/** They work at the learner's practice, and manage nobody there. */
const colleagues: readonly CallerName[] = ['author', 'reviewer']
const owned = /\[(assignmentId|attemptId|playId|formId|refresherId|moduleVersionId|externalId|licenceId)\]/
/** What only the holder does with a certificate of their own. */
const sharing = /\[certificateId\]\/shar(es|ing)$/
/** Of whoever works at the practice, or manages it. */
const ofThePractice = /\[(certificateId|practiceId)\]|\[externalId\]\/file$/

/** What the table promises for this caller, where every id in the address is the learner's or her practice's. */
export function promised({ path, caller }: Pick<RouteRule, 'path' | 'caller'>, name: CallerName): Outcome {
  if (caller === 'public') return 'in'
  if (caller === 'outside') return name === 'outside' ? 'in' : 'not-found'
  if (strangers.includes(name)) return 'sign-in'
  if (caller === 'during-sign-in') return 'in'
  if (name === 'pending') return 'code'
  return allowed(path, caller, name) ? 'in' : 'not-found'
}

function allowed(
  path: string,
  caller: Exclude<Caller, 'public' | 'outside' | 'during-sign-in'>,
  name: CallerName,
): boolean {
  switch (caller) {
    case 'signed-in':
      if (ofThePractice.test(path) && !sharing.test(path)) {
        const worksHere = path.includes('[practiceId]') && colleagues.includes(name)
        return name === 'learner' || managers.includes(name) || worksHere
      }
      return name === 'learner' || !(owned.test(path) || sharing.test(path))
    case 'manage':
      return managers.includes(name)
    case 'administer':
      return name === 'administrator'
    case 'review':
      return reviewers.includes(name)
    case 'author':
      return authors.includes(name)
    case 'author-or-review':
      return trainers.includes(name)
    case 'review-or-manage':
      return managers.includes(name) || reviewers.includes(name)
  }
}
