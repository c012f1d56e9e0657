import type { Context } from '#lib/context'
import { listLocalChecks } from '#lib/data/local-contact'
import { listRoster, type RosterPart } from '#lib/data/roster'
import { membershipWith } from '#lib/domain/access/actor'
import { type LocalDate, localDateAt } from '#lib/domain/calendar'
import { rosterRows } from '#lib/domain/compliance/roster'
import { type RosterPage, type RosterQuery, rosterPage } from '#lib/domain/compliance/roster-page'
import { type LocalContactTasks, localContactTasks } from '#lib/domain/curriculum/local-contacts'
import type { PracticeId, RequirementId } from '#lib/domain/ids'
import { ok, type Result, refuse } from '#lib/domain/result'

export type PracticeComplianceView = RosterPage & {
  readonly practiceId: PracticeId
  readonly practiceName: string
  readonly canAdminister: boolean
  /** The day in the practice's zone that every status is of. */
  readonly today: LocalDate
  /** Staff members in this part of the roster, whatever the filters. */
  readonly people: number
  readonly requirements: readonly { readonly id: RequirementId; readonly name: string }[]
  readonly localContacts: LocalContactTasks
}

const pageSize = 50

/** Who is current today, and why: the counts and one page of the table. Six statements, sign-in included. */
export async function viewPracticeCompliance(
  { tx, now, actor }: Context,
  input: { practiceId: string; part: RosterPart; query: RosterQuery },
): Promise<Result<PracticeComplianceView, 'not-found'>> {
  const post = membershipWith(actor, input.practiceId, 'manage')
  if (!post) return refuse('not-found')
  const today = localDateAt(now, post.timeZone)
  const { requirements, records } = await listRoster(tx, post, today, input.part)
  return ok({
    ...rosterPage(rosterRows(records, today, now), input.query, today, pageSize),
    practiceId: post.practiceId,
    practiceName: post.practiceName,
    canAdminister: post.capabilities.includes('administer'),
    today,
    people: records.length,
    requirements: requirements.map(({ id, name }) => ({ id, name })),
    localContacts: localContactTasks(await listLocalChecks(tx, post.practiceId), today),
  })
}
