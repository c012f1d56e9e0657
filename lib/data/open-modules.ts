import type { Tx } from '#lib/data/database'
import type { LocalDate } from '#lib/domain/calendar'
import type { PracticeId } from '#lib/domain/ids'
import type { Language } from '#lib/domain/language'

export type OpenModule = {
  readonly moduleId: string
  readonly title: string
  readonly trackId: string
  /** The day, in the practice's zone, on which more attempts at its quiz were asked for and none was allowed since. */
  readonly askedOn: LocalDate | null
}

/** The modules that a staff member has yet to complete in the cycles that are running. */
export async function listOpenModules(
  tx: Tx,
  practiceId: PracticeId,
  staffMemberId: string,
  language: Language,
): Promise<OpenModule[]> {
  return await tx.$queryRaw<OpenModule[]>`
    SELECT m.module_id AS "moduleId", a.track_id AS "trackId",
      (SELECT coalesce(w.title, v.title) FROM module_version v
        LEFT JOIN module_translation w ON w.module_version_id = v.id AND w.language = ${language}
        WHERE v.module_id = m.module_id ORDER BY v.version DESC LIMIT 1) AS title,
      (SELECT asked."askedOn" FROM list_attempts_asked(a.practice_id, ${language}, a.staff_member_id) asked
        WHERE asked."moduleId" = m.module_id LIMIT 1) AS "askedOn"
    FROM assignment a
    JOIN LATERAL (
      SELECT number, track_version_id FROM cycle
      WHERE practice_id = a.practice_id AND assignment_id = a.id ORDER BY number DESC LIMIT 1
    ) c ON true
    JOIN track_version t ON t.id = c.track_version_id
    CROSS JOIN LATERAL unnest(t.module_ids) WITH ORDINALITY AS m(module_id, place)
    WHERE a.practice_id = ${practiceId}::uuid AND a.staff_member_id = ${staffMemberId}::uuid
      AND NOT EXISTS (SELECT FROM module_completion d WHERE d.practice_id = a.practice_id
        AND d.assignment_id = a.id AND d.cycle = c.number AND d.module_id = m.module_id)
    ORDER BY a.created_at, m.place LIMIT 100`
}
