import * as z from 'zod'
import { changeOutline, type LessonDeed } from '#lib/use-cases/authoring/change-draft'
import { base, draftId, lessonId } from '#lib/web/authoring-fields'
import { draftPage } from '#lib/web/authoring-links'
import { command } from '#lib/web/command'
import { practiceId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

/** Moves or removes a lesson, or puts one back that was removed. */
export const POST = command({
  input: z
    .strictObject({
      practiceId,
      draftId,
      base,
      movedLesson: lessonId,
      deed: z.enum(['up', 'down', 'remove', 'put-back']),
    })
    .transform(({ movedLesson, deed, ...form }) => ({ ...form, deed: deedOf(deed, movedLesson) })),
  run: changeOutline,
  redirectTo: (_, input) => routes.draft(input.practiceId, input.draftId),
  notice: () => 'draft-saved',
  formPage: draftPage,
})

/** A removed lesson is named by its file: its id may be another one's by now. */
function deedOf(deed: 'up' | 'down' | 'remove' | 'put-back', named: string): LessonDeed {
  if (deed === 'put-back') return { kind: 'put-back', file: `lessons/${named}.mdx` }
  return deed === 'remove' ? { kind: 'remove', lessonId: named } : { kind: 'move', lessonId: named, to: deed }
}
