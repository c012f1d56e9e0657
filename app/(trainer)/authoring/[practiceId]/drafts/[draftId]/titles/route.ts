import * as z from 'zod'
import { changeOutline } from '#lib/use-cases/authoring/change-draft'
import { base, draftId, lessonId, shortLine } from '#lib/web/authoring-fields'
import { draftPage } from '#lib/web/authoring-links'
import { command } from '#lib/web/command'
import { practiceId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

/** The title of a new lesson, or another one for a lesson that is there. */
export const POST = command({
  input: z
    .strictObject({ practiceId, draftId, base, lessonId: lessonId.or(z.literal('')), lessonTitle: shortLine })
    .transform(({ lessonId: named, lessonTitle: title, ...form }) => ({
      ...form,
      deed:
        named === '' ? { kind: 'add' as const, title } : { kind: 'rename' as const, lessonId: named, title },
    })),
  run: changeOutline,
  redirectTo: (_, input) => routes.draft(input.practiceId, input.draftId),
  notice: () => 'draft-saved',
  formPage: draftPage,
})
