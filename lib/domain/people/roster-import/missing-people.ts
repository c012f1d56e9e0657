import type { LocalDate } from '#lib/domain/calendar'
import type { StaffMemberId } from '#lib/domain/ids'
import { endingRefusal, type MissingPlan } from '#lib/domain/people/roster-import/plan-row'
import type { StaffPost } from '#lib/domain/people/roster-import/staff-post'

/**
 * Who works here without an end in sight and is meant by no row of the file, by name. A row with a problem means somebody too:
 * nobody is listed as missing because of a mistyped day.
 */
export function missingFrom(
  posts: readonly StaffPost[],
  meant: readonly StaffMemberId[],
  today: LocalDate,
  mayAdminister: boolean,
): readonly MissingPlan[] {
  const found = new Set(meant)
  return posts
    .filter(({ isHidden, endedOn, startedOn, staffMemberId }) => {
      return !isHidden && endedOn === null && startedOn <= today && !found.has(staffMemberId)
    })
    .toSorted((a, b) => byName.compare(a.name, b.name))
    .map((post) => ({
      kind: 'missing',
      staffMemberId: post.staffMemberId,
      name: post.name,
      refusal: endingRefusal(post, mayAdminister),
      warnings: [],
    }))
}

const byName = new Intl.Collator('en')
