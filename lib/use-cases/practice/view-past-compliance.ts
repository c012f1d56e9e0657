import type { Context } from '#lib/context'
import { readPastRoster } from '#lib/data/past-roster'
import { findRosterFrame } from '#lib/data/roster-frame'
import { enterPractice } from '#lib/data/scope'
import { type Membership, membershipWith } from '#lib/domain/access/actor'
import { endOfDayAt, type LocalDate, localDateAt } from '#lib/domain/calendar'
import { pastRows } from '#lib/domain/compliance/past-roster'
import type { RosterRow } from '#lib/domain/compliance/roster'
import { type RosterPage, type RosterQuery, rosterPage } from '#lib/domain/compliance/roster-page'
import type { PracticeId, RequirementId } from '#lib/domain/ids'
import { ok, type Result, refuse } from '#lib/domain/result'

export type PastComplianceView = {
  readonly practiceId: PracticeId
  readonly practiceName: string
  readonly canAdminister: boolean
  readonly today: LocalDate
  readonly requirements: readonly { readonly id: RequirementId; readonly name: string }[]
  readonly locations: readonly string[]
  /** Null where no day, or one that is still to come, is asked about. */
  readonly past: (RosterPage & { readonly asOf: LocalDate; readonly knownOn: LocalDate | null }) | null
}

type Input = {
  readonly practiceId: string
  readonly asOf: LocalDate | null
  /** The last day whose records count, to its end in the practice's zone; null for everything that is known. */
  readonly knownOn: LocalDate | null
  readonly query: RosterQuery
  readonly pageSize?: number
}

/** Who was current on a past day, as it is known today or was known on a day: the surveyor's question. */
export async function viewPastCompliance(
  { tx, now, actor }: Context,
  { practiceId: wanted, asOf, knownOn, query, pageSize = 50 }: Input,
): Promise<Result<PastComplianceView, 'not-found'>> {
  const post = membershipWith(actor, wanted, 'manage')
  if (!post) return refuse('not-found')
  const { practiceId, practiceName } = post
  await enterPractice(tx, practiceId)
  const today = localDateAt(now, post.timeZone)
  const { requirements, locations } = await findRosterFrame(tx, practiceId)
  const isPast = asOf !== null && asOf <= today
  const rows = isPast ? await rowsOf(tx, post, asOf, knownOn) : []
  return ok({
    practiceId,
    practiceName,
    canAdminister: post.capabilities.includes('administer'),
    today,
    requirements,
    locations,
    past: isPast ? { ...rosterPage(rows, query, asOf, pageSize), asOf, knownOn } : null,
  })
}

async function rowsOf(
  tx: Context['tx'],
  post: Membership,
  asOf: LocalDate,
  knownOn: LocalDate | null,
): Promise<readonly RosterRow[]> {
  const knownAt = knownOn === null ? undefined : endOfDayAt(knownOn, post.timeZone)
  const rows: RosterRow[] = []
  for await (const records of readPastRoster(tx, post)) rows.push(...pastRows(records, { asOf, knownAt }))
  return rows
}
