import { randomUUID } from 'node:crypto'
import type { Tx } from '#lib/data/database'
import type { Capability } from '#lib/domain/access/actor'
import type { Instant, LocalDate } from '#lib/domain/calendar'
import type { PersonId, PracticeId, StaffMemberId } from '#lib/domain/ids'
import type { Language } from '#lib/domain/language'
import type { ReadRow } from '#lib/domain/people/roster-import/imported-row'
import type { ImportPlan } from '#lib/domain/people/roster-import/plan-row'
import { whoIn } from '#lib/domain/people/roster-import/row-write'
import type { StaffPost } from '#lib/domain/people/roster-import/staff-post'

export type StoredPost = StaffPost & {
  readonly personId: PersonId
  readonly capabilities: readonly Capability[]
}

/** Whose posts: of these ids and of whoever might be meant by one of the rest. */
type StaffWanted = {
  readonly ids: readonly string[]
  readonly people?: readonly PersonId[]
  readonly addresses?: readonly string[]
  readonly numbers?: readonly string[]
  readonly names?: readonly string[]
}

type ReadRowWithPlan = { readonly read: ReadRow; readonly plan: ImportPlan }

/** Whoever these rows of a file mean, or may mean by now, and who sent it. */
export function wantedBy(rows: readonly ReadRowWithPlan[], sender: PersonId): StaffWanted {
  return {
    ids: rows.flatMap(({ plan }) => whoIn(plan) ?? []),
    people: [sender],
    addresses: rows.flatMap(({ read }) => read.post.emailAddress ?? []),
    numbers: rows.flatMap(({ read }) => read.post.employeeNumber ?? []),
    names: rows.flatMap(({ read }) => read.post.name ?? []),
  }
}

/** Posts of the practice, living, ended and hidden, to hold the rows of a file beside: every one, or the wanted. */
export async function listStaffPosts(
  tx: Tx,
  practiceId: PracticeId,
  wanted?: StaffWanted,
): Promise<StoredPost[]> {
  const { ids = [], people = [], addresses = [], numbers = [], names = [] } = wanted ?? {}
  const rows = await tx.$queryRaw<{ posts: StoredPost[] }[]>`
    SELECT coalesce(json_agg(json_build_object('staffMemberId', m.id, 'personId', m.person_id, 'name', m.name,
      'emailAddress', p.email_address, 'employeeNumber', m.employee_number, 'role', m.role,
      'employmentKind', m.employment_kind, 'location', m.location, 'startedOn', m.started_on, 'endedOn', m.ended_on,
      'capabilities', m.capabilities, 'mayOnlyTrain', m.capabilities <@ ARRAY['train'],
      'administers', 'administer' = ANY (m.capabilities), 'isHidden', m.hidden_at IS NOT NULL)), '[]') AS posts
    FROM staff_member m JOIN person p ON p.id = m.person_id
    WHERE m.practice_id = ${practiceId}::uuid AND (${wanted === undefined}::boolean
      OR m.id = ANY (${ids}::uuid[]) OR m.person_id = ANY (${people}::uuid[])
      OR m.person_id = ANY (ARRAY(SELECT id FROM person WHERE email_address = ANY (${addresses}::text[])))
      OR m.employee_number = ANY (${numbers}::text[]) OR m.name = ANY (${names}::text[]))`
  return rows[0]?.posts ?? []
}

type NewPerson = { readonly key: number; readonly address: string | null }

/**
 * The person of each address, found or made: practices that share a person find the same one. Without an address it is always
 * a new one, since nobody else can be meant.
 */
export async function peopleOf(
  tx: Tx,
  wanted: readonly NewPerson[],
  now: Instant,
): Promise<ReadonlyMap<number, PersonId>> {
  const drafts = wanted.map((person) => ({ ...person, id: randomUUID() as PersonId }))
  // In order of the address, so that two imports of shared people do not wait for each other.
  await tx.$executeRaw`
    INSERT INTO person (id, email_address, created_at)
    SELECT r.id, r.address, ${now}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(drafts)}::jsonb) AS r(id uuid, address text) ORDER BY r.address
    ON CONFLICT (email_address) DO NOTHING`
  const addresses = drafts.flatMap(({ address }) => (address === null ? [] : [address]))
  const rows = await tx.$queryRaw<{ id: PersonId; address: string }[]>`
    SELECT id, email_address AS address FROM person WHERE email_address = ANY (${addresses}::text[])`
  const known = new Map(rows.map(({ id, address }) => [address, id]))
  return new Map(drafts.map(({ key, id, address }) => [key, (address && known.get(address)) || id]))
}

/** What the practice's mails to these people are written in. */
export async function listLanguages(
  tx: Tx,
  practiceId: PracticeId,
  people: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, Language>> {
  const rows = await tx.$queryRaw<{ id: PersonId; language: Language }[]>`
    SELECT id, mail_language(${practiceId}::uuid, id) AS language FROM unnest(${people}::uuid[]) AS id`
  return new Map(rows.map(({ id, language }) => [id, language]))
}

export type SavedPost = {
  readonly staffMemberId: StaffMemberId
  readonly personId: PersonId
  readonly name: string
  readonly employeeNumber: string | null
  readonly role: string
  readonly employmentKind: string
  readonly location: string | null
  readonly startedOn: LocalDate
  readonly endedOn: LocalDate | null
  readonly capabilities: readonly Capability[]
}

/** Puts posts as they hold from now on, one statement however many; a new one is made, a hidden one comes to light. */
export async function savePosts(
  tx: Tx,
  practiceId: PracticeId,
  posts: readonly SavedPost[],
  now: Instant,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO staff_member (practice_id, id, person_id, name, role, employment_kind, location, capabilities, started_on,
      ended_on, employee_number, created_at)
    SELECT ${practiceId}::uuid, r."staffMemberId", r."personId", r.name, r.role, r."employmentKind", r.location,
      r.capabilities, r."startedOn", r."endedOn", r."employeeNumber", ${now}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(posts)}::jsonb) AS r("staffMemberId" uuid, "personId" uuid, name text, role text,
      "employmentKind" text, location text, capabilities text[], "startedOn" date, "endedOn" date, "employeeNumber" text)
    ON CONFLICT (practice_id, id) DO UPDATE SET name = excluded.name, role = excluded.role,
      employment_kind = excluded.employment_kind, location = excluded.location, capabilities = excluded.capabilities,
      started_on = excluded.started_on, ended_on = excluded.ended_on, employee_number = excluded.employee_number,
      hidden_at = NULL`
}

/**
 * Hides posts that an import made and that is undone. Their days stand where no employment could, so that any may follow;
 * what was recorded of them stays in the evidence.
 */
export async function hidePosts(
  tx: Tx,
  practiceId: PracticeId,
  ids: readonly StaffMemberId[],
  now: Instant,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE staff_member SET hidden_at = ${now}::timestamptz, started_on = '1900-01-01', ended_on = '1900-01-01'
    WHERE practice_id = ${practiceId}::uuid AND id = ANY (${ids}::uuid[])`
}

/** Of these people, those about whom something was recorded since a moment besides the named facts. */
export async function listWithLaterFacts(
  tx: Tx,
  practiceId: PracticeId,
  ids: readonly StaffMemberId[],
  { since, besides }: { readonly since: Instant; readonly besides: readonly string[] },
): Promise<ReadonlySet<string>> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT staff_member_id AS id FROM evidence_event
    WHERE practice_id = ${practiceId}::uuid AND staff_member_id = ANY (${ids}::uuid[])
      AND recorded_at >= ${since}::timestamptz AND NOT id = ANY (${besides}::uuid[])`
  return new Set(rows.map(({ id }) => id))
}

/** Of these facts, those that say something about a status: an assignment only follows from it. */
export async function listStandingFacts(
  tx: Tx,
  practiceId: PracticeId,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM evidence_event
    WHERE practice_id = ${practiceId}::uuid AND id = ANY (${ids}::uuid[]) AND kind <> 'assigned'`
  return new Set(rows.map(({ id }) => id))
}
