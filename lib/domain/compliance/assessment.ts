import type { Instant, LocalDate } from '#lib/domain/calendar'
import type { History } from '#lib/domain/compliance/answer'
import { type Counted, countedEvidence } from '#lib/domain/compliance/counted-evidence'
import { type Circumstances, circumstancesFrom, type Duty, dutyOn } from '#lib/domain/compliance/obligation'
import { type PolicyVersions, policyVersions } from '#lib/domain/compliance/policy-versions'

/** What counts on a day, as known at a moment: the common ground of every question about a history. */
export type Assessment = {
  readonly counted: readonly Counted[]
  readonly versions: PolicyVersions
  readonly circumstances: Circumstances
  readonly duty: Duty
}

export function assessed(history: History, asOf: LocalDate, knownAt: Instant | undefined): Assessment {
  const counted = countedEvidence(history.events, asOf, knownAt)
  const versions = policyVersions(history.policies, asOf, knownAt)
  const circumstances = circumstancesFrom(counted, versions, history.staffMemberId)
  return { counted, versions, circumstances, duty: dutyOn(circumstances, asOf) }
}
