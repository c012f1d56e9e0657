import type { Tx } from '#lib/data/database'
import type { Instant, LocalDate } from '#lib/domain/calendar'
import type { CertifiedCase, CertifiedModule } from '#lib/domain/certification/certificate'
import type { AssignmentId, PracticeId, StaffMemberId } from '#lib/domain/ids'
import type { Language } from '#lib/domain/language'

/** A part of a track that somebody has done: a module or a case, in a version. */
export type DonePart = {
  readonly kind: 'module' | 'case'
  readonly practiceId: PracticeId
  readonly staffMemberId: StaffMemberId
  readonly assignmentId: AssignmentId
  readonly cycle: number
  readonly trackId: string
  /** "m07", "c01". */
  readonly part: string
  /** "m07@1". */
  readonly versionId: string
  readonly version: number
  /** The one that it was done in. */
  readonly language: Language
}

/** The track that a part closed, with its modules and cases as they were taken. */
export type ClosedTrack = {
  readonly trackId: string
  readonly trackVersionId: string
  readonly trackVersion: number
  readonly trackTitle: string
  readonly modules: readonly CertifiedModule[]
  readonly cases: readonly CertifiedCase[]
}

/**
 * Writes the completion of a part. Where it is the track's last, the next cycle begins in the same statement, and the closed
 * track is returned; otherwise null. The assignment is locked.
 */
export async function completePart(
  tx: Tx,
  done: DonePart,
  completedOn: LocalDate,
  now: Instant,
): Promise<ClosedTrack | null> {
  const rows = await (done.kind === 'module' ? completeModule : completeCase)(tx, done, completedOn, now)
  return rows[0] ?? null
}

function completeModule(tx: Tx, done: DonePart, completedOn: LocalDate, now: Instant) {
  return tx.$queryRaw<ClosedTrack[]>`
    WITH done AS (
      INSERT INTO module_completion (practice_id, assignment_id, cycle, module_id, module_version_id, staff_member_id,
        completed_at, completed_on, language)
      VALUES (${done.practiceId}::uuid, ${done.assignmentId}::uuid, ${done.cycle}, ${done.part}, ${done.versionId},
        ${done.staffMemberId}::uuid, ${now}::timestamptz, ${completedOn}::date, ${done.language})
      RETURNING practice_id, assignment_id, cycle
    )
    SELECT t.track_id AS "trackId", t.track_version_id AS "trackVersionId", t.version AS "trackVersion",
      t.title AS "trackTitle", t.modules, t.cases
    FROM done CROSS JOIN LATERAL close_track(done.practice_id, done.assignment_id, done.cycle, ${now}::timestamptz) t`
}

function completeCase(tx: Tx, done: DonePart, completedOn: LocalDate, now: Instant) {
  return tx.$queryRaw<ClosedTrack[]>`
    WITH done AS (
      INSERT INTO case_completion (practice_id, assignment_id, cycle, case_id, case_version_id, staff_member_id,
        completed_at, completed_on, language)
      VALUES (${done.practiceId}::uuid, ${done.assignmentId}::uuid, ${done.cycle}, ${done.part}, ${done.versionId},
        ${done.staffMemberId}::uuid, ${now}::timestamptz, ${completedOn}::date, ${done.language})
      RETURNING practice_id, assignment_id, cycle
    )
    SELECT t.track_id AS "trackId", t.track_version_id AS "trackVersionId", t.version AS "trackVersion",
      t.title AS "trackTitle", t.modules, t.cases
    FROM done CROSS JOIN LATERAL close_track(done.practice_id, done.assignment_id, done.cycle, ${now}::timestamptz) t`
}
