import * as z from 'zod'
import { movePracticeNote } from '#lib/use-cases/authoring/move-practice-note'
import { deedReason } from '#lib/web/authoring-fields'
import { command } from '#lib/web/command'
import { noteDeed, noteNumber, notePage, notePlace } from '#lib/web/note-fields'
import { routes } from '#lib/web/routes'

export const POST = command({
  input: z.strictObject({ ...notePlace, noteNumber, deed: noteDeed, reason: deedReason }),
  run: (context, { noteNumber: number, ...input }) => movePracticeNote(context, { ...input, number }),
  redirectTo: (_, input) =>
    routes.practiceNote(input.practiceId, input.moduleId, input.lessonId, input.language),
  notice: () => 'note-moved',
  formPage: notePage,
})
