import type { Tx } from '#lib/data/database'
import type { LocalDate } from '#lib/domain/calendar'
import { type TimelineKind, timelineKinds } from '#lib/domain/compliance/timeline-kinds'
import type { PracticeId } from '#lib/domain/ids'
import type { Language } from '#lib/domain/language'

export type TimelineEntry = {
  readonly id: string
  readonly kind: TimelineKind
  /** The day it speaks of. */
  readonly on: LocalDate
  readonly role: string | null
  readonly module: string | null
  readonly track: string | null
  /** The language that a part was taken in. */
  readonly language: Language | null
  /** The last day of a leave or an exemption, or the day that an extension leads to. */
  readonly through: LocalDate | null
  /** Who recorded it, where that was somebody else at the practice. */
  readonly by: string | null
  readonly reason: string | null
  /** Of a correction: the kind of fact that it moves. */
  readonly corrects: string | null
  /** Whether a later correction says otherwise. */
  readonly isCorrected: boolean
}

/** The newest first. */
export async function listTimeline(
  tx: Tx,
  practiceId: PracticeId,
  staffMemberId: string,
  { limit, language }: { limit: number; language: Language },
): Promise<TimelineEntry[]> {
  return await tx.$queryRaw<TimelineEntry[]>`
    SELECT e.id, e.kind, e.effective_on::text AS "on", e.reason, mended.kind AS corrects,
      coalesce(e.details ->> 'role', mended.details ->> 'role') AS role, e.details ->> 'language' AS language,
      EXISTS (SELECT FROM evidence_event later WHERE later.practice_id = e.practice_id
        AND later.staff_member_id = e.staff_member_id AND later.kind = 'corrected'
        AND later.details ->> 'corrects' = e.id::text) AS "isCorrected",
      coalesce(e.details ->> 'through', e.details ->> 'to') AS through,
      (SELECT coalesce(w.title, v.title) FROM module_version v
        LEFT JOIN module_translation w ON w.module_version_id = v.id AND w.language = ${language}
        WHERE v.module_id = coalesce(e.details ->> 'part', e.details ->> 'moduleId')
        ORDER BY v.version DESC LIMIT 1) AS module,
      (SELECT coalesce(w.title, v.title) FROM track_version v
        LEFT JOIN track_translation w ON w.track_version_id = v.id AND w.language = ${language}
        WHERE v.track_id = e.track_id ORDER BY v.version DESC LIMIT 1) AS track,
      (SELECT b.name FROM staff_member b WHERE b.practice_id = e.practice_id AND b.person_id = e.actor_person_id
        AND b.id <> e.staff_member_id) AS by
    FROM evidence_event e
    LEFT JOIN evidence_event mended ON mended.practice_id = e.practice_id AND e.kind = 'corrected'
      AND mended.id = (e.details ->> 'corrects')::uuid
    WHERE e.practice_id = ${practiceId}::uuid AND e.staff_member_id = ${staffMemberId}::uuid
      AND e.kind = ANY (${timelineKinds}::text[])
    ORDER BY e.effective_on DESC, e.recorded_at DESC, e.kind LIMIT ${limit}`
}

export type ReminderLine = {
  readonly on: LocalDate
  readonly requirement: string
  readonly kind: string
}

/** The reminders that the person was sent, the newest first, days in the practice's zone. */
export async function listReminderLines(
  tx: Tx,
  { practiceId, timeZone }: { practiceId: PracticeId; timeZone: string },
  staffMemberId: string,
): Promise<ReminderLine[]> {
  return await tx.$queryRaw<ReminderLine[]>`
    SELECT (r.sent_at AT TIME ZONE ${timeZone})::date::text AS "on", q.name AS requirement, r.kind
    FROM reminder r JOIN requirement q ON q.practice_id = r.practice_id AND q.id = r.requirement_id
    WHERE r.practice_id = ${practiceId}::uuid AND r.staff_member_id = ${staffMemberId}::uuid
    ORDER BY r.sent_at DESC LIMIT 200`
}
