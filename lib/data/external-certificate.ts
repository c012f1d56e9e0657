import type { Tx } from '#lib/data/database'
import { fromDateColumn } from '#lib/data/dates'
import type { Instant, LocalDate } from '#lib/domain/calendar'
import type { DocumentKind } from '#lib/domain/external/document'
import type {
  ExternalClaim,
  ExternalEntry,
  ExternalOutcome,
  ExternalSource,
} from '#lib/domain/external/external-entry'
import type { PersonId, PracticeId, StaffMemberId } from '#lib/domain/ids'

type Kept = Extract<ExternalSource, { readonly source: 'upload' }> & { readonly bytes: Uint8Array }
export type NewExternalCertificate = ExternalClaim &
  (Kept | Extract<ExternalSource, { readonly source: 'practice' }>)

/** False where one of this id is there already: a form that was sent twice. */
export async function insertExternalCertificate(
  tx: Tx,
  practiceId: PracticeId,
  actor: PersonId,
  entry: NewExternalCertificate,
  now: Instant,
): Promise<boolean> {
  const file = entry.source === 'upload' ? entry : undefined
  const shared = entry.source === 'practice' ? entry : undefined
  const written = await tx.$executeRaw`
    INSERT INTO external_certificate (practice_id, id, staff_member_id, source, provider, title, completed_on,
      valid_through, quarter_hours, course_number, requirement_ids, recorded_at, recorded_by, file_kind, bytes, sha256,
      metadata_removed, certificate_number, modules)
    VALUES (${practiceId}::uuid, ${entry.id}::uuid, ${entry.staffMemberId}::uuid, ${entry.source}, ${entry.provider},
      ${entry.title}, ${entry.completedOn}::date, ${entry.validThrough}::date,
      ${entry.hours === null ? null : Math.round(entry.hours * 4)}::int, ${entry.courseNumber},
      ${[...entry.requirementIds]}::uuid[], ${now}::timestamptz, ${actor}::uuid, ${file?.fileKind ?? null},
      ${file ? Buffer.from(file.bytes) : null}::bytea, ${file?.sha256 ?? null}, ${file?.metadataRemoved ?? false},
      ${shared?.certificateNumber ?? null}, ${shared ? JSON.stringify(shared.modules) : null}::jsonb)
    ON CONFLICT (practice_id, id) DO NOTHING`
  return written === 1
}

type NewDecision = {
  readonly certificateId: string
  readonly outcome: ExternalOutcome
  readonly reason: string | null
  readonly alone: boolean
}

/** False where somebody decided before. */
export async function insertExternalDecision(
  tx: Tx,
  practiceId: PracticeId,
  actor: PersonId,
  { certificateId, outcome, reason, alone }: NewDecision,
  now: Instant,
): Promise<boolean> {
  const written = await tx.$executeRaw`
    INSERT INTO external_decision (practice_id, certificate_id, outcome, reason, alone, decided_at, decided_by)
    VALUES (${practiceId}::uuid, ${certificateId}::uuid, ${outcome}, ${reason}, ${alone}, ${now}::timestamptz,
      ${actor}::uuid)
    ON CONFLICT (practice_id, certificate_id) DO NOTHING`
  return written === 1
}

type Row = Record<string, unknown> & {
  readonly completedOn: Date
  readonly validThrough: Date | null
  readonly recordedOn: Date
  readonly quarterHours: number | null
  readonly outcome: ExternalOutcome | null
  readonly reason: string | null
  readonly alone: boolean
  readonly decidedOn: Date | null
  readonly decidedByName: string | null
}

export type ExternalWanted = {
  readonly practiceIds: readonly PracticeId[]
  readonly id?: string
  readonly staffMemberIds?: readonly StaffMemberId[]
  readonly waitingOnly?: true
  /** A share that was taken back is nobody's to see at the practice any more. */
  readonly seenBy: 'practice' | 'holder'
  readonly limit: number
}

/** Without the files. Those that wait come first, the oldest of them first; then the newest decisions. */
export async function listExternalCertificates(tx: Tx, wanted: ExternalWanted): Promise<ExternalEntry[]> {
  const { id = null, staffMemberIds = null, waitingOnly = false } = wanted
  const rows = await tx.$queryRaw<Row[]>`
    SELECT c.practice_id AS "practiceId", c.id, c.staff_member_id AS "staffMemberId", c.source, c.provider, c.title,
      c.completed_on AS "completedOn", c.valid_through AS "validThrough", c.quarter_hours AS "quarterHours",
      c.course_number AS "courseNumber", c.requirement_ids::text[] AS "requirementIds", (c.recorded_at AT TIME ZONE p.time_zone)::date AS "recordedOn",
      c.recorded_by AS "recordedBy", c.file_kind AS "fileKind", c.sha256, c.metadata_removed AS "metadataRemoved",
      c.certificate_number AS "certificateNumber", c.modules, m.person_id AS "personId", m.name,
      r.name AS "recordedByName", d.outcome, d.reason, coalesce(d.alone, false) AS alone, (d.decided_at AT TIME ZONE p.time_zone)::date AS "decidedOn",
      b.name AS "decidedByName"
    FROM external_certificate c
    JOIN practice p ON p.id = c.practice_id
    JOIN staff_member m ON m.practice_id = c.practice_id AND m.id = c.staff_member_id
    LEFT JOIN staff_member r ON r.practice_id = c.practice_id AND r.person_id = c.recorded_by
    LEFT JOIN external_decision d ON d.practice_id = c.practice_id AND d.certificate_id = c.id
    LEFT JOIN staff_member b ON b.practice_id = c.practice_id AND b.person_id = d.decided_by
    WHERE c.practice_id = ANY (${[...wanted.practiceIds]}::uuid[])
      AND (${id}::uuid IS NULL OR c.id = ${id}::uuid)
      AND (${staffMemberIds}::uuid[] IS NULL OR c.staff_member_id = ANY (${staffMemberIds}::uuid[]))
      AND (NOT ${waitingOnly}::boolean OR d.outcome IS NULL)
      AND (${wanted.seenBy === 'holder'}::boolean OR c.source <> 'practice' OR d.outcome IS DISTINCT FROM 'withdrawn')
    ORDER BY d.decided_at DESC NULLS FIRST, c.recorded_at, c.id LIMIT ${wanted.limit}`
  return rows.map(recordOf)
}

function recordOf(row: Row): ExternalEntry {
  const { quarterHours, outcome, reason, alone, decidedOn, decidedByName, ...own } = row
  return {
    ...own,
    hours: quarterHours === null ? null : quarterHours / 4,
    completedOn: fromDateColumn(row.completedOn),
    validThrough: row.validThrough && fromDateColumn(row.validThrough),
    recordedOn: fromDateColumn(row.recordedOn),
    decision: outcome &&
      decidedOn && { outcome, reason, alone, decidedOn: fromDateColumn(decidedOn), decidedByName },
  } as unknown as ExternalEntry
}

/** The file of an entry that the caller has found to be theirs to see. */
export async function findExternalFile(
  tx: Tx,
  practiceId: PracticeId,
  id: string,
): Promise<{ readonly fileKind: DocumentKind; readonly bytes: Uint8Array } | undefined> {
  const rows = await tx.$queryRaw<{ fileKind: DocumentKind; bytes: Uint8Array }[]>`
    SELECT file_kind AS "fileKind", bytes FROM external_certificate
    WHERE practice_id = ${practiceId}::uuid AND id = ${id}::uuid AND bytes IS NOT NULL`
  return rows[0]
}

/** How many of one person's wait for a second person. */
export async function countWaitingExternals(
  tx: Tx,
  practiceId: PracticeId,
  staffMemberId: StaffMemberId,
): Promise<number> {
  const rows = await tx.$queryRaw<{ waiting: number }[]>`
    SELECT count_waiting_externals(${practiceId}::uuid, ${staffMemberId}::uuid) AS waiting`
  return rows[0]?.waiting ?? 0
}

/** How many files about one person were taken back since the day. They stay stored, like everything on record. */
export async function countWithdrawnFiles(
  tx: Tx,
  practiceId: PracticeId,
  staffMemberId: StaffMemberId,
  since: LocalDate,
): Promise<number> {
  const rows = await tx.$queryRaw<{ withdrawn: number }[]>`
    SELECT count(*)::int AS withdrawn FROM external_certificate c
    JOIN external_decision d ON d.practice_id = c.practice_id AND d.certificate_id = c.id
    WHERE c.practice_id = ${practiceId}::uuid AND c.staff_member_id = ${staffMemberId}::uuid AND c.source = 'upload'
      AND d.outcome = 'withdrawn' AND d.decided_at >= ${since}::date`
  return rows[0]?.withdrawn ?? 0
}

/** Who could decide on the day: living posts that may manage. */
export async function countManagers(tx: Tx, practiceId: PracticeId, today: LocalDate): Promise<number> {
  const rows = await tx.$queryRaw<{ managers: number }[]>`
    SELECT count(*)::int AS managers FROM staff_member WHERE practice_id = ${practiceId}::uuid
      AND 'manage' = ANY (capabilities) AND started_on <= ${today}::date
      AND (ended_on IS NULL OR ended_on >= ${today}::date)`
  return rows[0]?.managers ?? 0
}
