import * as z from 'zod'
import { prepareLessonPreview, previewLesson } from '#lib/use-cases/authoring/preview-lesson'
import { command } from '#lib/web/command'
import { draftId, lesson, source } from '#lib/web/editor-fields'
import { lessonDraftForm, lessonDraftPage } from '#lib/web/editor-links'
import { practiceId } from '#lib/web/practice-fields'

/** The text as it stands in the editor, read as publication reads it. It is not saved. */
export const POST = command({
  input: z.strictObject({ practiceId, draftId, lesson, source }),
  run: prepareLessonPreview,
  reply: previewLesson,
  redirectTo: (_, input) => lessonDraftPage(input),
  formPage: lessonDraftForm,
})
