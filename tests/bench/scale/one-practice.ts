import { Client } from 'pg'
import { projectionVersion } from '#lib/domain/compliance/projection'

const one = "overlay(overlay(md5('practice one') placing '4' from 13) placing '8' from 17)::uuid"
const first = "(SELECT id FROM practice WHERE name = 'Scale Practice 1')"
const requirement = "md5('one ' || r.name)::uuid"

/**
 * One practice of as many lines as all of the others together, managed by the same person: what leaves as one file is then as
 * long as the database. It is copied out of the others, with their projection and the requirements of the first; the people of
 * three are copied twice, since those who left stand in no file. All were invited, and every tenth has not followed the link:
 * of them alone a file asks whether they began, so their completions are copied too. Returns the practice's id.
 */
export async function insertOnePractice(ownerUrl: string, managerId: string): Promise<string> {
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('SET synchronous_commit = off')
    for (const statement of [...frame, ...people(managerId), ...lines]) await client.query(statement)
    for (const table of tables) await client.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`)
    for (const table of tables) await client.query(`VACUUM ANALYZE ${table}`)
    const { rows } = await client.query<{ id: string }>(`SELECT ${one} AS id`)
    return rows[0]?.id ?? ''
  } finally {
    await client.end()
  }
}

const tables = [
  'practice',
  'requirement',
  'requirement_policy',
  'projection_state',
  'staff_member',
  'one_time_link',
  'evidence_event',
  'status_span',
  'status_tally',
]

const frame = [
  ...tables.map((table) => `ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`),
  // The worker must not see a practice that is due.
  'BEGIN',
  `INSERT INTO practice (id, name, state, time_zone, is_demo, created_at)
    SELECT ${one}, 'Scale Practice of all', state, time_zone, is_demo, now() FROM practice WHERE id = ${first}`,
  `INSERT INTO requirement (practice_id, id, name, track_id, created_at, created_by)
    SELECT ${one}, ${requirement}, name, track_id, created_at, created_by FROM requirement r
    WHERE practice_id = ${first}`,
  `INSERT INTO requirement_policy (practice_id, id, requirement_id, version, effective_on, applies_to, recorded_at,
      recorded_by, terms, attempt_limit)
    SELECT ${one}, md5('one ' || p.id)::uuid, ${requirement}, p.version, p.effective_on, p.applies_to, p.recorded_at,
      p.recorded_by, p.terms, p.attempt_limit
    FROM requirement_policy p JOIN requirement r ON r.practice_id = p.practice_id AND r.id = p.requirement_id
    WHERE p.practice_id = ${first}`,
  `UPDATE projection_state SET due_at = NULL, version = ${projectionVersion} WHERE practice_id = ${one}`,
  'COMMIT',
]

const people = (managerId: string) => [
  `CREATE TEMPORARY TABLE copied AS
    SELECT m.practice_id, m.id, md5(turn || ' ' || m.practice_id || ' ' || m.id)::uuid AS new_id,
      CASE WHEN turn = 1 AND m.practice_id = ${first} AND m.person_id = '${managerId}' THEN m.person_id
        ELSE md5('person of ' || turn || ' ' || m.practice_id || ' ' || m.id)::uuid END AS person_id,
      row_number() OVER () % 10 = 0 AS is_waiting
    FROM staff_member m JOIN practice p ON p.id = m.practice_id, generate_series(1, 2) turn
    WHERE turn = 1 OR p.name IN ('Scale Practice 1', 'Scale Practice 2', 'Scale Practice 3')`,
  'CREATE INDEX ON copied (practice_id, id)',
  'ANALYZE copied',
  'INSERT INTO person (id, created_at) SELECT person_id, now() FROM copied ON CONFLICT DO NOTHING',
  `INSERT INTO staff_member (practice_id, id, person_id, name, role, employment_kind, location, capabilities,
      started_on, ended_on, created_at)
    SELECT ${one}, c.new_id, c.person_id, m.name, m.role, m.employment_kind, m.location,
      CASE c.person_id WHEN '${managerId}' THEN m.capabilities ELSE ARRAY['train'] END, m.started_on, m.ended_on, now()
    FROM copied c JOIN staff_member m USING (practice_id, id) ORDER BY c.new_id`,
  `INSERT INTO one_time_link (token_hash, kind, person_id, practice_id, created_at, expires_at, used_at)
    SELECT 'bench ' || new_id, 'invitation', person_id, ${one}, now() - interval '9 days', now() - interval '2 days',
      CASE WHEN NOT is_waiting THEN now() - interval '8 days' END FROM copied`,
]

// In the order of the keys, which are filled from one end then.
const lines = [
  `INSERT INTO evidence_event (practice_id, id, staff_member_id, track_id, kind, effective_on, recorded_at, details)
    SELECT ${one}, uuidv7(), c.new_id, e.track_id, e.kind, e.effective_on, e.recorded_at, e.details
    FROM copied c JOIN evidence_event e ON e.practice_id = c.practice_id AND e.staff_member_id = c.id
    WHERE c.is_waiting AND e.kind = 'completed'`,
  `INSERT INTO status_span (practice_id, staff_member_id, requirement_id, from_on, through_on, status, urgency, has_left,
      has_begun, rule, authority, due_on, opens_on, valid_through, obligation_began_on, completed_on, kept_from_on,
      baseline_due_on, extended_to, return_due_on, excused_through, update_due_on, grace_through, name_key)
    SELECT ${one}, c.new_id, ${requirement}, from_on, through_on, status, urgency, has_left, has_begun, rule, authority,
      due_on, opens_on, valid_through, obligation_began_on, completed_on, kept_from_on, baseline_due_on, extended_to,
      return_due_on, excused_through, update_due_on, grace_through, name_key
    FROM copied c JOIN status_span s ON s.practice_id = c.practice_id AND s.staff_member_id = c.id
    JOIN requirement r ON r.practice_id = s.practice_id AND r.id = s.requirement_id
    ORDER BY c.new_id`,
]
