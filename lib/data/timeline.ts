import type { Tx } from '#lib/data/database'
import type { LocalDate } from '#lib/domain/calendar'
import { type TimelineKind, timelineKinds } from '#lib/domain/compliance/timeline-kinds'
import type { PracticeId } from '#lib/domain/ids'
import type { Language } from '#lib/domain/language'

/** What a later correction says of a fact. */
export type Mending = {
  /** `void`: it never was. `moved`: it speaks of `on` instead. */
  readonly outcome: 'moved' | 'void'
  readonly on: LocalDate
  readonly recordedOn: LocalDate
  readonly by: string | null
  readonly reason: string | null
  /** The plan was changed, and not mistaken. */
  readonly replanned: boolean
}

export type TimelineEntry = {
  readonly id: string
  readonly kind: TimelineKind
  /** The day it speaks of. */
  readonly on: LocalDate
  /** The day on which it was written, in the practice's zone. */
  readonly recordedOn: LocalDate
  readonly role: string | null
  readonly employmentKind: string | null
  readonly location: string | null
  readonly module: string | null
  /** Where the part is a case: that it was begun or done, and never how. */
  readonly caseTitle: string | null
  readonly track: string | null
  /** Of the track: the one whose change was read. */
  readonly trackVersion: number | null
  /** The requirement that it is about, where it is about one. */
  readonly requirement: string | null
  /** The language that a part was taken in. */
  readonly language: Language | null
  /** The last day of a leave or an exemption, or the day that an extension leads to. */
  readonly through: LocalDate | null
  /** Why somebody is exempt. */
  readonly category: string | null
  /** Who recorded it, where that was somebody else at the practice. */
  readonly by: string | null
  /** Somebody recorded it about themselves, since nobody else manages the practice. */
  readonly isOwn: boolean
  readonly reason: string | null
  /** Of a correction: the kind of fact that it mends, and how. */
  readonly corrects: string | null
  readonly outcome: 'moved' | 'void' | 'replanned' | null
  /** The correction that holds for this fact. */
  readonly mending: Mending | null
}

type Place = { readonly practiceId: PracticeId; readonly timeZone: string }

/**
 * The newest first. The terms that a hire began with are told with the hire: they were written in the same breath, and so
 * were their corrections.
 */
export async function listTimeline(
  tx: Tx,
  { practiceId, timeZone }: Place,
  staffMemberId: string,
  { limit, language }: { limit: number; language: Language },
): Promise<TimelineEntry[]> {
  return await tx.$queryRaw<TimelineEntry[]>`
    WITH facts AS (
      SELECT e.*, (e.recorded_at AT TIME ZONE ${timeZone})::date::text AS "recordedOn",
        (SELECT b.name FROM staff_member b WHERE b.practice_id = e.practice_id AND b.person_id = e.actor_person_id
          AND b.id <> e.staff_member_id) AS by,
        e.kind IN ('location-set', 'employment-kind-set') AND EXISTS (SELECT FROM evidence_event h
          WHERE h.practice_id = e.practice_id AND h.staff_member_id = e.staff_member_id AND h.kind = 'employed'
            AND h.effective_on = e.effective_on AND h.recorded_at = e.recorded_at) AS of_hire
      FROM evidence_event e
      WHERE e.practice_id = ${practiceId}::uuid AND e.staff_member_id = ${staffMemberId}::uuid
        AND e.kind = ANY (${timelineKinds}::text[])
    )
    SELECT e.id, e.kind, e.effective_on::text AS "on", e."recordedOn", e.reason, mended.kind AS corrects,
      CASE WHEN e.details ->> 'replanned' = 'true' THEN 'replanned' ELSE e.details ->> 'outcome' END AS outcome,
      coalesce(e.details ->> 'role', mended.details ->> 'role') AS role,
      coalesce(e.details ->> 'employmentKind', kinds.details ->> 'employmentKind') AS "employmentKind",
      coalesce(e.details ->> 'location', places.details ->> 'location') AS location,
      e.details ->> 'language' AS language, e.details ->> 'category' AS category,
      coalesce((e.details ->> 'ownRecord')::boolean, false) AS "isOwn", e.by,
      coalesce(e.details ->> 'through', e.details ->> 'to') AS through,
      (SELECT q.name FROM requirement q WHERE q.practice_id = e.practice_id AND q.id = e.requirement_id
        AND e.kind <> 'assigned') AS requirement,
      (SELECT coalesce(w.title, v.title) FROM module_version v
        LEFT JOIN module_translation w ON w.module_version_id = v.id AND w.language = ${language}
        WHERE v.module_id = coalesce(e.details ->> 'part', e.details ->> 'moduleId')
        ORDER BY v.version DESC LIMIT 1) AS module,
      (SELECT coalesce(w.title, v.title) FROM case_version v
        LEFT JOIN case_translation w ON w.case_version_id = v.id AND w.language = ${language}
        WHERE v.case_id = e.details ->> 'part' ORDER BY v.version DESC LIMIT 1) AS "caseTitle",
      (SELECT coalesce(w.title, v.title) FROM track_version v
        LEFT JOIN track_translation w ON w.track_version_id = v.id AND w.language = ${language}
        WHERE v.track_id = e.track_id ORDER BY v.version DESC LIMIT 1) AS track,
      CASE e.kind WHEN 'updated' THEN (e.details ->> 'version')::int END AS "trackVersion",
      (SELECT json_build_object('outcome', c.details ->> 'outcome', 'on', c.effective_on, 'recordedOn', c."recordedOn",
          'by', c.by, 'reason', c.reason, 'replanned', coalesce((c.details ->> 'replanned')::boolean, false))
        FROM facts c WHERE c.kind = 'corrected' AND c.details ->> 'corrects' = e.id::text
          AND NOT EXISTS (SELECT FROM facts d WHERE d.kind = 'corrected' AND d.details ->> 'corrects' = c.id::text
            AND d.details ->> 'outcome' = 'void')
        ORDER BY c.recorded_at DESC LIMIT 1) AS mending
    FROM facts e
    LEFT JOIN facts mended ON e.kind = 'corrected' AND mended.id::text = e.details ->> 'corrects'
    LEFT JOIN facts kinds ON e.kind = 'employed' AND kinds.of_hire AND kinds.kind = 'employment-kind-set'
      AND kinds.effective_on = e.effective_on AND kinds.recorded_at = e.recorded_at
    LEFT JOIN facts places ON e.kind = 'employed' AND places.of_hire AND places.kind = 'location-set'
      AND places.effective_on = e.effective_on AND places.recorded_at = e.recorded_at
    WHERE NOT e.of_hire AND mended.of_hire IS NOT TRUE
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
  { practiceId, timeZone }: Place,
  staffMemberId: string,
): Promise<ReminderLine[]> {
  return await tx.$queryRaw<ReminderLine[]>`
    SELECT (r.recorded_at AT TIME ZONE ${timeZone})::date::text AS "on", q.name AS requirement, r.kind
    FROM reminder r JOIN requirement q ON q.practice_id = r.practice_id AND q.id = r.requirement_id
    WHERE r.practice_id = ${practiceId}::uuid AND r.staff_member_id = ${staffMemberId}::uuid
      AND r.mail_message_id IS NOT NULL AND r.withdrawn_at IS NULL
    ORDER BY r.recorded_at DESC LIMIT 200`
}
