import type { Context } from '#lib/context'
import { membershipWith } from '#lib/domain/access/actor'
import { type LocalDate, localDateAt } from '#lib/domain/calendar'
import type { PracticeId } from '#lib/domain/ids'
import { ok, type Result, refuse } from '#lib/domain/result'

export type NewStaffMemberView = {
  readonly practiceId: PracticeId
  readonly practiceName: string
  /** Who may grant more than training. */
  readonly canAdminister: boolean
  readonly today: LocalDate
}

/** What the form for a new staff member needs to know. */
export async function viewNewStaffMember(
  { actor, now }: Context,
  input: { practiceId: string },
): Promise<Result<NewStaffMemberView, 'not-found'>> {
  const post = membershipWith(actor, input.practiceId, 'manage')
  if (!post) return refuse('not-found')
  const { practiceId, practiceName, capabilities, timeZone } = post
  const canAdminister = capabilities.includes('administer')
  return ok({ practiceId, practiceName, canAdminister, today: localDateAt(now, timeZone) })
}
