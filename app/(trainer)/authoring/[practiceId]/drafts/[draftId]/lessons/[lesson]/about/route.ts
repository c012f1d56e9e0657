import * as z from 'zod'
import { changeOutline } from '#lib/use-cases/authoring/change-draft'
import { base, lessonFields, lessonId } from '#lib/web/authoring-fields'
import { command } from '#lib/web/command'
import { draftId, lesson } from '#lib/web/editor-fields'
import { lessonDraftForm, lessonDraftPage } from '#lib/web/editor-links'
import { practiceId } from '#lib/web/practice-fields'

/** What is said of a lesson beside its text. */
export const POST = command({
  input: z
    .strictObject({ practiceId, draftId, lesson, base, lessonId, ...lessonFields })
    .transform(({ lessonId: id, lessonTitle, lessonMinutes, lessonObjectives, lessonSources, ...form }) => ({
      ...form,
      deed: {
        kind: 'describe' as const,
        lessonId: id,
        title: lessonTitle,
        minutes: lessonMinutes,
        objectives: lessonObjectives,
        sources: lessonSources,
      },
    })),
  run: changeOutline,
  redirectTo: (_, input) => lessonDraftPage(input),
  notice: () => 'draft-saved',
  formPage: lessonDraftForm,
})
