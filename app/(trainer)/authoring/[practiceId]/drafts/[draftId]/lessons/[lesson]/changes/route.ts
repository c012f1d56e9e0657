import * as z from 'zod'
import { viewLessonChanges } from '#lib/use-cases/authoring/view-lesson-changes'
import { command } from '#lib/web/command'
import { draftId, lesson, revision } from '#lib/web/editor-fields'
import { lessonDraftForm, lessonDraftPage } from '#lib/web/editor-links'
import { practiceId } from '#lib/web/practice-fields'

export const POST = command({
  input: z.strictObject({ practiceId, draftId, lesson, revision }),
  run: viewLessonChanges,
  reply: (changes) => changes,
  redirectTo: (_, input) => lessonDraftPage(input),
  formPage: lessonDraftForm,
})
