import {
  historyOf,
  listRequirements,
  listStatusEvents,
  type RequirementRecord,
  type StoredEvent,
} from '#lib/data/compliance-history'
import { inTransaction, type Tx } from '#lib/data/database'
import { type LockedMember, listProjectable, spansOfMember } from '#lib/data/projection'
import { listStaffIds } from '#lib/data/projection-state'
import { enterPractice } from '#lib/data/scope'
import { listStoredSpans, listTallyFaults } from '#lib/data/stored-spans'
import { addDays, type Instant, type LocalDate, localDateAt } from '#lib/domain/calendar'
import type { ComplianceAnswer, History } from '#lib/domain/compliance/answer'
import { isSameFrom } from '#lib/domain/compliance/compare-projection'
import { complianceStatus } from '#lib/domain/compliance/compliance-status'
import type { ProjectedSpan, ShownAnswer } from '#lib/domain/compliance/projection'
import type { PracticeId, StaffMemberId } from '#lib/domain/ids'
import type { World } from '#tests/support/world'

/** One person and one requirement: what is recorded, and what the projection holds. */
export type Line = {
  readonly key: string
  readonly staffMemberId: StaffMemberId
  readonly requirement: RequirementRecord
  readonly history: History
  readonly spans: readonly ProjectedSpan[]
  /** What each span says, in words that can be compared. */
  readonly told: readonly string[]
}

type Place = { readonly practiceId: PracticeId; readonly zone: string }

/** Answers of one line in the order of their days: each holds until the next. */
type Given = { readonly from: LocalDate; readonly told: string }

/** What one practice has recorded and projected, read anew after every deed, and every answer that was given. */
export type Ledger = ReturnType<typeof openLedger>

export function openLedger(world: World, { practiceId, zone }: Place) {
  const lines = new Map<string, Line>()
  const given = new Map<string, Given[]>()
  const faults: string[] = []
  let days = 0

  const inPractice = <Value>(work: (tx: Tx) => Promise<Value>) =>
    inTransaction(world.db, async (tx) => {
      await enterPractice(tx, practiceId)
      return work(tx)
    })

  /** Reads these people as they stand, and compares what is stored with the function, for ever ahead. */
  async function load(now: Instant, staff: readonly StaffMemberId[] | 'everyone'): Promise<readonly Line[]> {
    const today = localDateAt(now, zone)
    const fresh = await inPractice(async (tx) => {
      const ids = staff === 'everyone' ? await listStaffIds(tx, practiceId) : staff
      const requirements = await listRequirements(tx, [practiceId])
      const events = await listStatusEvents(tx, [practiceId], ids)
      const stored = await listStoredSpans(tx, practiceId, ids)
      const members = await listProjectable(tx, practiceId, ids)
      return members.flatMap((member) =>
        linesFor(member, { requirements, events: events.get(member.id) ?? [], stored }, now),
      )
    })
    for (const { line, derived } of fresh)
      if (!isSameFrom(today, derived, line.spans)) faults.push(`${today} ${line.key}: stored otherwise`)
    return fresh.map(({ line }) => line)
  }

  /** Takes in what was recorded about these people. */
  async function read(now: Instant, staff: readonly StaffMemberId[] | 'everyone'): Promise<void> {
    for (const line of await load(now, staff)) lines.set(line.key, line)
  }

  /** Everybody once more: nothing has changed about anybody without being taken in. */
  async function readAgain(now: Instant): Promise<void> {
    const today = localDateAt(now, zone)
    const fresh = await load(now, 'everyone')
    if (fresh.length !== lines.size)
      faults.push(`${today}: ${fresh.length} lines, and ${lines.size} were known`)
    for (const line of fresh) {
      const kept = lines.get(line.key)
      const isKept = kept?.history.events.length === line.history.events.length
      if (!kept || !isKept || !isSameFrom(today, kept.spans, line.spans))
        faults.push(`${today} ${line.key}: changed by nobody`)
    }
  }

  /** On each of these days, with what is recorded by now: the projection of everybody is the function's answer. */
  function check(from: LocalDate, through: LocalDate): void {
    for (const line of lines.values()) {
      const own = given.get(line.key) ?? []
      given.set(line.key, own)
      for (let day = from; day <= through; day = addDays(day, 1)) {
        days += 1
        const told = wordsOf(complianceStatus(line.history, day))
        const stored = toldBySpans(line, day)
        if (told !== stored) faults.push(`${day} ${line.key}: ${stored} is ${told}`)
        give(own, day, told)
      }
    }
  }

  /** On each of these days, which lie ahead: the counts equal a full recount. */
  async function recount(from: LocalDate, through: LocalDate): Promise<void> {
    const each: LocalDate[] = []
    for (let day = from; day <= through; day = addDays(day, 1)) each.push(day)
    const found = await inPractice((tx) => listTallyFaults(tx, practiceId, each))
    for (const { on, tally, counted, told } of found)
      faults.push(`${on} ${tally}: ${counted} counted, ${told} told`)
  }

  const linesOf = (id: StaffMemberId) => [...lines.values()].filter((line) => line.staffMemberId === id)

  /** Every fact about somebody that a status rests on. */
  const factsOf = async (id: StaffMemberId): Promise<readonly StoredEvent[]> =>
    (await inPractice((tx) => listStatusEvents(tx, [practiceId], [id]))).get(id) ?? []

  const givenOn = (key: string, day: LocalDate) => given.get(key)?.findLast(({ from }) => from <= day)?.told
  return {
    practiceId,
    zone,
    lines,
    faults,
    read,
    readAgain,
    check,
    recount,
    givenOn,
    linesOf,
    factsOf,
    inPractice,
    days: () => days,
  }
}

/** Keeps an answer; a later one of the same day takes its place. */
function give(own: Given[], day: LocalDate, told: string): void {
  if (own.at(-1)?.from === day) own.pop()
  if (own.at(-1)?.told !== told) own.push({ from: day, told })
}

type Stored = {
  readonly requirements: readonly RequirementRecord[]
  readonly events: readonly StoredEvent[]
  readonly stored: ReadonlyMap<string, readonly ProjectedSpan[]>
}

/** Each line of a person as it is stored, and its spans as the function derives them. */
function linesFor(member: LockedMember, { requirements, events, stored }: Stored, now: Instant) {
  const derived = Map.groupBy(
    spansOfMember(member, requirements, events, now),
    ({ requirementId }) => requirementId,
  )
  return requirements.map((requirement) => {
    const key = `${member.id} ${requirement.id}`
    const spans = stored.get(key) ?? []
    const told = spans.map(({ answer }) => wordsOf(answer))
    const history = historyOf(member.timeZone, requirement, events)
    const line: Line = { key, staffMemberId: member.id, requirement, history, spans, told }
    return { line, derived: (derived.get(requirement.id) ?? []).map(({ span }) => span) }
  })
}

/** What spans say about a day. */
export function toldBySpans(
  { spans, told }: Pick<Line, 'spans' | 'told'>,
  day: LocalDate,
): string | undefined {
  return told[spans.findIndex(({ from, through }) => from <= day && (through === null || day <= through))]
}

/** Everything that an answer says to people, in one order. */
function wordsOf({
  status,
  dueOn,
  opensOn,
  validThrough,
  authority,
  because,
}: ShownAnswer | ComplianceAnswer) {
  const { rule, obligationBeganOn, completedOn, keptFromOn, baselineDueOn, extendedTo } = because
  const { returnDueOn, excusedThrough, updateDueOn, graceThrough } = because
  const said = [status, dueOn, opensOn, validThrough, authority, rule, obligationBeganOn, completedOn]
  return [
    ...said,
    keptFromOn,
    baselineDueOn,
    extendedTo,
    returnDueOn,
    excusedThrough,
    updateDueOn,
    graceThrough,
  ].join()
}
