import type { ImportedPost } from '#lib/domain/people/roster-import/imported-row'
import type { StaffPost } from '#lib/domain/people/roster-import/staff-post'

/** What of a post a file may change. */
export const changeableFields = [
  'name',
  'employeeNumber',
  'role',
  'employmentKind',
  'location',
  'startedOn',
  'endedOn',
] as const
export type ChangeableField = (typeof changeableFields)[number]

export type PostChange = {
  readonly field: ChangeableField
  readonly from: string | null
  readonly to: string
}

/** What the row says otherwise. An empty cell says nothing: it takes nothing away. */
export function changesOf(post: StaffPost, row: ImportedPost): PostChange[] {
  return changeableFields.flatMap((field) => {
    const to = row[field]
    const from = post[field]
    return to === null || to === from ? [] : [{ field, from, to }]
  })
}

/** The post after the changes, or before them again. */
export function withChanges(post: StaffPost, changes: readonly PostChange[], side: 'from' | 'to'): StaffPost {
  return { ...post, ...Object.fromEntries(changes.map((change) => [change.field, change[side]])) }
}

/** Whether the post still says what the plan found: somebody may have changed it since. */
export function stillStands(post: StaffPost, changes: readonly PostChange[], side: 'from' | 'to'): boolean {
  return changes.every((change) => post[change.field] === change[side])
}
