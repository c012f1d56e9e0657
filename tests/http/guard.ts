import type { Caller, RouteRule } from '#lib/web/route-table'
import type { Doors } from '#tests/http/doors'

/** Everybody who may stand before a door. `ended` left the learner's practice yesterday and still has a session. */
export const callers = [
  'stranger',
  'learner',
  'manager',
  'administrator',
  'foreignLearner',
  'foreignManager',
  'pending',
  'ended',
] as const
export type CallerName = (typeof callers)[number]

export const cookieOf = (name: CallerName, { personas }: Doors): string =>
  name === 'stranger' ? '' : personas[name].cookie

/** What a door does: lets in, sends to a step of sign-in, or does as if it were not there. */
export type Outcome = 'in' | 'sign-in' | 'code' | 'not-found'

const managers: readonly CallerName[] = ['manager', 'administrator']
const owned = /\[(assignmentId|attemptId|moduleVersionId)\]/
const certificate = /\[certificateId\]/

/** What the table promises for this caller, where every id in the address is the learner's or her practice's. */
export function promised({ path, caller }: Pick<RouteRule, 'path' | 'caller'>, name: CallerName): Outcome {
  if (caller === 'public') return 'in'
  if (name === 'stranger') return 'sign-in'
  if (caller === 'during-sign-in') return 'in'
  if (name === 'pending') return 'code'
  return allowed(path, caller, name) ? 'in' : 'not-found'
}

function allowed(
  path: string,
  caller: Exclude<Caller, 'public' | 'during-sign-in'>,
  name: CallerName,
): boolean {
  switch (caller) {
    case 'signed-in':
      if (owned.test(path)) return name === 'learner'
      return !certificate.test(path) || name === 'learner' || managers.includes(name)
    case 'manage':
      return managers.includes(name)
    case 'administer':
      return name === 'administrator'
  }
}
