import { randomUUID } from 'node:crypto'
import { inTransaction, type Tx } from '#lib/data/database'
import { enterPractice } from '#lib/data/scope'
import type { Actor } from '#lib/domain/access/actor'
import { type Instant, type LocalDate, localDateFrom } from '#lib/domain/calendar'
import type { RequirementDraft } from '#lib/domain/compliance/requirement-draft'
import type { PracticeId, StaffMemberId } from '#lib/domain/ids'
import { addStaffMember, rehireStaffMember } from '#lib/use-cases/practice/add-staff-member'
import { createRequirement } from '#lib/use-cases/practice/create-requirement'
import { recordEntry } from '#lib/use-cases/practice/record-entry'
import { addMember, addPractice, as, everything, noon, today, type World } from '#tests/support/world'

/** Once a year, with two months of window and two weeks of grace. */
export const yearly: RequirementDraft = {
  trackId: 'basics',
  roles: [],
  rhythm: { cadence: 'rolling', periodMonths: 12 },
  firstDueDays: 30,
  windowMonths: 2,
  graceDays: 14,
  returnDays: 30,
  attemptLimit: 3,
}

type NewRehire = Parameters<typeof rehireStaffMember>[1]
type RecordedEntry = Parameters<typeof recordEntry>[1]['entry']
type Recording = {
  readonly actor?: Actor
  readonly at?: Instant
  readonly reason?: string | null
  readonly key?: string
}
type NewStaff = Partial<Parameters<typeof addStaffMember>[1]>

/** A practice of its own in the world, with one administrator and what they do there. */
export async function administered(world: World) {
  const practiceId = await addPractice(world, 'Gateway Family Practice')
  const administrator = await addMember(world, { name: `Ada ${practiceId}`, practiceId, can: everything })
  return { practiceId, administrator, here: managing(world, administrator, practiceId) }
}

/** What a manager does at one practice, in one world. */
export function managing(world: World, manager: Actor, practiceId: PracticeId) {
  const add = (name: string, own: NewStaff = {}, at: Instant = noon) =>
    as(
      world,
      manager,
      (context) =>
        addStaffMember(context, {
          practiceId,
          name,
          emailAddress: `${name.toLowerCase().replaceAll(' ', '.')}@practice.example`,
          role: 'nurse',
          employmentKind: 'employee',
          location: null,
          startedOn: localDateFrom('2026-03-01'),
          capabilities: [],
          ...own,
        }),
      at,
    )

  /** The id of a staff member who is added now. */
  async function added(name: string, own: NewStaff = {}, at: Instant = noon): Promise<StaffMemberId> {
    const result = await add(name, own, at)
    if (!result.ok) throw new Error(result.refusal)
    return result.value.staffMemberId
  }

  const rehire = (staffMemberId: string, own: Partial<NewRehire> = {}, at: Instant = noon) =>
    as(
      world,
      manager,
      (context) =>
        rehireStaffMember(context, {
          practiceId,
          staffMemberId,
          idempotencyKey: randomUUID(),
          name: 'Rhea Rehired',
          role: 'nurse',
          employmentKind: 'employee',
          location: null,
          startedOn: today,
          capabilities: [],
          ...own,
        }),
      at,
    )

  /** Records an entry about somebody, with a reason unless said otherwise. */
  const record = (staffMemberId: string, entry: RecordedEntry, own: Recording = {}) =>
    as(
      world,
      own.actor ?? manager,
      (context) =>
        recordEntry(context, {
          practiceId,
          staffMemberId,
          entry,
          reason: own.reason === undefined ? 'As agreed' : own.reason,
          idempotencyKey: own.key ?? randomUUID(),
        }),
      own.at ?? noon,
    )

  async function require(draft: Partial<RequirementDraft> = {}, at: Instant = noon): Promise<string> {
    const requirementId = randomUUID()
    const input = { practiceId, requirementId, draft: { ...yearly, ...draft } }
    const result = await as(world, manager, (context) => createRequirement(context, input), at)
    if (!result.ok) throw new Error(result.refusal)
    return requirementId
  }

  /** Reads rows of the practice as the application sees them. */
  function inPractice<Value>(work: (tx: Tx) => Promise<Value>): Promise<Value> {
    return inTransaction(world.db, async (tx) => {
      await enterPractice(tx, practiceId)
      return work(tx)
    })
  }

  /** The facts about somebody, in the order in which they were written. */
  async function facts(staffMemberId: string) {
    const rows = await inPractice((tx) =>
      tx.evidenceEvent.findMany({
        where: { staffMemberId },
        orderBy: [{ recordedAt: 'asc' }, { kind: 'asc' }],
      }),
    )
    return rows.map(({ kind, effectiveOn, details }) => ({
      kind,
      on: effectiveOn.toISOString().slice(0, 10) as LocalDate,
      details,
    }))
  }

  const auditKinds = async () =>
    (await inPractice((tx) => tx.auditEntry.findMany({ orderBy: { sequence: 'asc' } }))).map(
      ({ kind }) => kind,
    )

  /** The words that wait for an address, the newest first. */
  const mailTo = async (toAddress: string) =>
    (
      await inPractice((tx) =>
        tx.mailMessage.findMany({ where: { toAddress }, orderBy: { createdAt: 'desc' } }),
      )
    ).map(({ kind, subject, body, id }) => ({ kind, subject, body, id }))

  return { add, added, rehire, record, require, inPractice, facts, auditKinds, mailTo }
}
