import type { LocalDate } from '#lib/domain/calendar'
import type { ImportPlan, PlannedPost } from '#lib/domain/people/roster-import/plan-row'
import { type PostChange, stillStands, withChanges } from '#lib/domain/people/roster-import/post-change'
import type { StaffPost } from '#lib/domain/people/roster-import/staff-post'

/** How one written row is taken back: the post that it made is hidden, or the post before it is restored. */
export type TakeBack<Post extends StaffPost> =
  | { readonly kind: 'hide'; readonly post: Post }
  | { readonly kind: 'restore'; readonly post: Post }

/**
 * Undefined where the post is not any more as the row left it: what somebody changed since rests on it.
 *
 * @param post as it stands at this moment; undefined where there is none.
 */
export function takeBackOf<Post extends StaffPost>(
  plan: ImportPlan,
  post: Post | undefined,
  lastDay: LocalDate | null,
): TakeBack<Post> | undefined {
  if (!post || post.isHidden) return undefined
  switch (plan.kind) {
    case 'new':
      return isAsPlanned(post, plan.post) ? { kind: 'hide', post } : undefined
    case 'back':
      // What the plan kept of the post before it is all of it, rights included.
      return isAsPlanned(post, plan.post) ? { kind: 'restore', post: { ...post, ...plan.before } } : undefined
    case 'changed':
      return restored(post, plan.changes)
    case 'missing':
      return lastDay === null ? undefined : restored(post, [{ field: 'endedOn', from: null, to: lastDay }])
    case 'unchanged':
    case 'left-out':
    case 'undecided':
    case 'problem':
      return undefined
  }
}

function restored<Post extends StaffPost>(
  post: Post,
  changes: readonly PostChange[],
): TakeBack<Post> | undefined {
  if (!stillStands(post, changes, 'to')) return undefined
  return { kind: 'restore', post: { ...post, ...withChanges(post, changes, 'from') } }
}

const plannedFields = [
  'name',
  'employeeNumber',
  'role',
  'employmentKind',
  'location',
  'startedOn',
  'endedOn',
] as const

/** The address is the person's own: that it changed since does not rest on the import. */
function isAsPlanned(post: StaffPost, planned: PlannedPost): boolean {
  return plannedFields.every((field) => post[field] === planned[field])
}
