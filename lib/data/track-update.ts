import type { Tx } from '#lib/data/database'
import type { LocalDate } from '#lib/domain/calendar'
import type { PracticeId } from '#lib/domain/ids'
import type { Language } from '#lib/domain/language'
import type { Asking } from '#lib/domain/training/attempt-limit'
import {
  findOwedUpdate,
  type OwedUpdate,
  type TaughtVersion,
  versionsOwed,
} from '#lib/domain/training/track-update'

type Where = { readonly practiceId: PracticeId; readonly trackId: string; readonly language: Language }

/** What is owed since a track changed; one query, and only where something is. `askings` are all that ask for the track. */
export async function findTrackUpdate(
  tx: Tx,
  { practiceId, trackId, language }: Where,
  askings: readonly Asking[],
  today: LocalDate,
): Promise<OwedUpdate | null> {
  if (versionsOwed(askings, today).length === 0) return null
  const taught = await tx.$queryRaw<TaughtVersion[]>`
    SELECT t.version, CASE WHEN l.lesson_id IS NOT NULL THEN json_build_object('moduleId', v.module_id,
      'moduleVersionId', v.id, 'lessonId', l.lesson_id, 'title', coalesce(w.title, l.title), 'minutes', l.minutes,
      'language', coalesce(w.language, v.language)) END AS lesson
    FROM track_version t
    LEFT JOIN lesson l ON l.module_version_id = t.update_module_version_id AND l.lesson_id = t.update_lesson_id
    LEFT JOIN module_version v ON v.id = l.module_version_id
    LEFT JOIN lesson_translation w ON w.module_version_id = l.module_version_id AND w.lesson_id = l.lesson_id
      AND w.language = ${language}
    WHERE t.practice_id = ${practiceId}::uuid AND t.track_id = ${trackId} AND t.version > 1
    ORDER BY t.version LIMIT 1000`
  return findOwedUpdate(askings, taught, today)
}
