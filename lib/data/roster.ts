import {
  historyOf,
  listRequirements,
  listStatusEvents,
  type RequirementRecord,
} from '#lib/data/compliance-history'
import type { Tx } from '#lib/data/database'
import type { LocalDate } from '#lib/domain/calendar'
import type { RosterRecord } from '#lib/domain/compliance/roster'
import type { PracticeId, RequirementId, StaffMemberId } from '#lib/domain/ids'

type Place = { readonly practiceId: PracticeId; readonly timeZone: string }

/** `current` are those whose employment is not over, those who start later included. */
export type RosterPart = 'current' | 'ended'

/** Which staff: a part of it, or one staff member, whose employment may be over. */
export type RosterWanted = RosterPart | { readonly staffMemberId: StaffMemberId }

export type Roster = {
  readonly requirements: readonly RequirementRecord[]
  readonly records: readonly RosterRecord[]
}

/** What everybody's status rests on, in four statements however many people. */
export async function listRoster(
  tx: Tx,
  { practiceId, timeZone }: Place,
  today: LocalDate,
  wanted: RosterWanted = 'current',
): Promise<Roster> {
  const staffMemberId = typeof wanted === 'string' ? undefined : wanted.staffMemberId
  const staff = await listStaff(tx, practiceId, today, wanted)
  const requirements = await listRequirements(tx, [practiceId])
  const events = await listStatusEvents(tx, [practiceId], staffMemberId)
  const reminders = await listLastReminders(tx, practiceId, timeZone)
  const records = staff.map(({ expiresAt, usedAt, ...person }): RosterRecord => {
    const facts = events.get(person.staffMemberId) ?? []
    return {
      person,
      invitation: { expiresAt, usedAt },
      hasBegun: facts.some(({ kind }) => kind === 'part-started' || kind === 'completed'),
      obligations: requirements.map((requirement) => ({
        requirement: { id: requirement.id, name: requirement.name },
        history: historyOf(timeZone, requirement, facts),
        lastReminderOn: reminders.get(reminderKey(person.staffMemberId, requirement.id)) ?? null,
      })),
    }
  })
  return { requirements, records }
}

export type StaffRecord = RosterRecord['person'] & RosterRecord['invitation']

/** Staff as the roster needs them, by name, read ten thousand at a time. */
export async function listStaff(
  tx: Tx,
  practiceId: PracticeId,
  today: LocalDate,
  wanted: RosterWanted,
): Promise<StaffRecord[]> {
  const all: StaffRecord[] = []
  for (;;) {
    const rows = await listStaffAfter(tx, practiceId, { today, wanted, last: all.at(-1) })
    all.push(...rows)
    if (rows.length < staffAtOnce) return all
  }
}

const staffAtOnce = 10_000

type Stretch = {
  readonly today: LocalDate
  readonly wanted: RosterWanted
  /** Whom the stretch begins behind. */
  readonly last: StaffRecord | undefined
}

async function listStaffAfter(
  tx: Tx,
  practiceId: PracticeId,
  { today, wanted, last }: Stretch,
): Promise<StaffRecord[]> {
  const one = typeof wanted === 'string' ? null : wanted.staffMemberId
  return await tx.$queryRaw<StaffRecord[]>`
    SELECT m.id AS "staffMemberId", m.name, m.role, m.employment_kind AS "employmentKind", m.location,
      m.started_on::text AS "startedOn", m.ended_on::text AS "endedOn",
      to_char(l.expires_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "expiresAt",
      to_char(l.used_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "usedAt"
    FROM staff_member m
    LEFT JOIN LATERAL (
      SELECT expires_at, used_at FROM one_time_link
      WHERE person_id = m.person_id AND practice_id = m.practice_id AND kind = 'invitation'
      ORDER BY created_at DESC, used_at DESC NULLS FIRST LIMIT 1
    ) l ON true
    WHERE m.practice_id = ${practiceId}::uuid AND m.hidden_at IS NULL
      AND CASE WHEN ${one}::uuid IS NULL
        THEN (m.ended_on IS NOT NULL AND m.ended_on < ${today}::date) = ${wanted === 'ended'}
        ELSE m.id = ${one}::uuid END
      AND (${last?.staffMemberId ?? null}::uuid IS NULL
        OR (m.name, m.id) > (${last?.name ?? ''}::text, ${last?.staffMemberId ?? null}::uuid))
    ORDER BY m.name, m.id LIMIT ${staffAtOnce}`
}

const reminderKey = (staffMemberId: StaffMemberId, requirementId: RequirementId) =>
  `${staffMemberId} ${requirementId}`

/** The day of each person's last reminder for each requirement, in the practice's zone. */
async function listLastReminders(
  tx: Tx,
  practiceId: PracticeId,
  timeZone: string,
): Promise<Map<string, LocalDate>> {
  const rows = await tx.$queryRaw<{ key: string; on: LocalDate }[]>`
    SELECT staff_member_id || ' ' || requirement_id AS key,
      (max(recorded_at) AT TIME ZONE ${timeZone})::date::text AS "on"
    FROM reminder WHERE practice_id = ${practiceId}::uuid AND mail_message_id IS NOT NULL AND withdrawn_at IS NULL
    GROUP BY staff_member_id, requirement_id`
  return new Map(rows.map(({ key, on }) => [key, on]))
}
