import { listAskings } from '#lib/data/attempt-limit'
import type { Tx } from '#lib/data/database'
import { type FormLesson, listFormLessons } from '#lib/data/form-words'
import type { StoredForm } from '#lib/data/track-form'
import { findTurnRecord, type Looking } from '#lib/data/turn'
import { type Instant, localDateAt } from '#lib/domain/calendar'
import type { PersonId } from '#lib/domain/ids'
import { assessmentTermsOn } from '#lib/domain/training/attempt-limit'
import { postOfRow } from '#lib/domain/training/place-of-work'
import { shownLessons } from '#lib/domain/training/test-out'
import { versionsInUse } from '#lib/domain/training/track-progress'

/** Lessons that need not be read. `areSkipped`: whether their reader chose to skip them. */
export type Skippable = {
  readonly lessons: readonly (FormLesson & { readonly shownBy: readonly string[] })[]
  readonly areSkipped: boolean
}

/**
 * What a form before a training showed, where every requirement that asks for the track lets it count; null where one does
 * not, where the form is not answered to the end, and where its turn is over.
 */
export async function findSkippable(looking: Looking, form: StoredForm): Promise<Skippable | null> {
  const { tx, actor, now, language } = looking
  if (form.moment !== 'before' || form.answers.length < form.items.length) return null
  const post = postOfRow(actor, form)
  const terms = assessmentTermsOn(await listAskings(tx, post, form), localDateAt(now, post.timeZone))
  const record = await findTurnRecord(looking, form.assignmentId)
  if (!terms.testOut || record?.cycle !== form.cycle) return null
  const all = await listFormLessons(tx, versionsInUse(record), language)
  const shown = shownLessons(all, form.answers)
  const lessons = all.flatMap((lesson) => {
    const found = shown.find(
      ({ lessonId, moduleVersionId }) =>
        lessonId === lesson.lessonId && moduleVersionId === lesson.moduleVersionId,
    )
    return found ? [{ ...lesson, shownBy: found.shownBy }] : []
  })
  return { lessons, areSkipped: record.forms.skippedLessons.length > 0 }
}

/** Marks lessons as not to be read in this turn, with the items that showed it. Once however often it is said. */
export async function insertSkips(
  tx: Tx,
  personId: PersonId,
  { practiceId, assignmentId, cycle, id }: StoredForm,
  lessons: Skippable['lessons'],
  now: Instant,
): Promise<void> {
  const rows = lessons.map(({ moduleVersionId, lessonId, shownBy }) => ({
    moduleVersionId,
    lessonId,
    shownBy,
  }))
  await tx.$executeRaw`
    INSERT INTO lesson_skip (practice_id, assignment_id, cycle, module_version_id, lesson_id, person_id, form_id, shown_by,
      skipped_at)
    SELECT ${practiceId}::uuid, ${assignmentId}::uuid, ${cycle}, r."moduleVersionId", r."lessonId", ${personId}::uuid,
      ${id}::uuid, r."shownBy", ${now}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS r("moduleVersionId" text, "lessonId" text, "shownBy" text[])
    ON CONFLICT (practice_id, assignment_id, cycle, module_version_id, lesson_id) DO NOTHING`
}
