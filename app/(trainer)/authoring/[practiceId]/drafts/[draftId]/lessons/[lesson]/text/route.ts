import * as z from 'zod'
import { saveLessonDraft } from '#lib/use-cases/authoring/save-lesson-draft'
import { command } from '#lib/web/command'
import { draftId, lesson, revision, source } from '#lib/web/editor-fields'
import { lessonDraftForm, lessonDraftPage } from '#lib/web/editor-links'
import { practiceId } from '#lib/web/practice-fields'

export const POST = command({
  input: z.strictObject({ practiceId, draftId, lesson, source, revision }),
  run: saveLessonDraft,
  reply: (saved) => saved,
  redirectTo: (_, input) => lessonDraftPage(input),
  notice: () => 'lesson-saved',
  formPage: lessonDraftForm,
})
