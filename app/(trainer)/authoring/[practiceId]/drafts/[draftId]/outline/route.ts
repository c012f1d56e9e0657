import * as z from 'zod'
import { changeOutline } from '#lib/use-cases/authoring/change-draft'
import { base, draftId, lessonId } from '#lib/web/authoring-fields'
import { draftPage } from '#lib/web/authoring-links'
import { command } from '#lib/web/command'
import { practiceId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

/** Moves or removes a lesson. */
export const POST = command({
  input: z
    .strictObject({
      practiceId,
      draftId,
      base,
      movedLesson: lessonId,
      deed: z.enum(['up', 'down', 'remove']),
    })
    .transform(({ movedLesson, deed, ...form }) => ({
      ...form,
      deed:
        deed === 'remove'
          ? { kind: 'remove' as const, lessonId: movedLesson }
          : { kind: 'move' as const, lessonId: movedLesson, to: deed },
    })),
  run: changeOutline,
  redirectTo: (_, input) => routes.draft(input.practiceId, input.draftId),
  notice: () => 'draft-saved',
  formPage: draftPage,
})
