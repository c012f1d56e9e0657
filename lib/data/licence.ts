import type { Tx } from '#lib/data/database'
import { findStaffMember, type StaffMember } from '#lib/data/practice'
import type { PracticeId, StaffMemberId } from '#lib/domain/ids'
import { type Licence, type LicenceFact, licencesFrom } from '#lib/domain/people/licences'

const kinds: readonly LicenceFact['kind'][] = [
  'licence-recorded',
  'licence-renewal-set',
  'licence-renewal-noted',
  'licence-renewal-proposed',
  'licence-proposal-declined',
  'licence-ended',
]

/** Everything that was written about the licences of these posts, practice and post in the same order; by post. */
export async function listLicenceFacts(
  tx: Tx,
  posts: {
    readonly practiceIds: readonly PracticeId[]
    readonly staffMemberIds: readonly StaffMemberId[]
  },
): Promise<ReadonlyMap<StaffMemberId, readonly LicenceFact[]>> {
  const rows = await tx.$queryRaw<{ staffMemberId: StaffMemberId; facts: LicenceFact[] }[]>`
    SELECT e.staff_member_id AS "staffMemberId", json_agg(e.details::jsonb || jsonb_build_object('id', e.id,
      'kind', e.kind, 'isVoid', mended.id IS NOT NULL, 'effectiveOn', e.effective_on, 'reason', e.reason, 'by', b.name,
      'recordedAt', to_char(e.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) AS facts
    FROM unnest(${[...posts.practiceIds]}::uuid[], ${[...posts.staffMemberIds]}::uuid[]) AS post(practice_id, staff_member_id)
    JOIN evidence_event e USING (practice_id, staff_member_id)
    LEFT JOIN staff_member b ON b.practice_id = e.practice_id AND b.person_id = e.actor_person_id
    LEFT JOIN evidence_event mended ON mended.practice_id = e.practice_id
      AND mended.staff_member_id = e.staff_member_id AND mended.kind = 'corrected'
      AND mended.details ->> 'corrects' = e.id::text
    WHERE e.kind = ANY (${kinds}::text[])
    GROUP BY e.staff_member_id`
  return new Map(rows.map(({ staffMemberId, facts }) => [staffMemberId, facts]))
}

export type LicenceHolder = { readonly member: StaffMember; readonly licences: readonly Licence[] }

/** A staff member with their licences, as a manager opens them. */
export async function findLicenceHolder(
  tx: Tx,
  practiceId: PracticeId,
  staffMemberId: string,
): Promise<LicenceHolder | undefined> {
  const member = await findStaffMember(tx, practiceId, staffMemberId)
  if (!member) return undefined
  const facts = await listLicenceFacts(tx, { practiceIds: [practiceId], staffMemberIds: [member.id] })
  return { member, licences: licencesFrom(facts.get(member.id) ?? []) }
}
