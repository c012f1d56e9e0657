import * as z from 'zod'
import { prepareNote, writeNote } from '#lib/use-cases/authoring/write-practice-note'
import { checkThrottles } from '#lib/web/check-throttles'
import { command } from '#lib/web/command'
import { noteAfter, notePage, notePlace, noteText } from '#lib/web/note-fields'
import { routes } from '#lib/web/routes'

/** The next text of a note, read as a lesson is read. It is shown to nobody yet. */
export const POST = command({
  input: z.strictObject({ ...notePlace, noteText, after: noteAfter }),
  throttle: checkThrottles,
  beforehand: prepareNote,
  run: writeNote,
  redirectTo: (_, input) =>
    routes.practiceNote(input.practiceId, input.moduleId, input.lessonId, input.language),
  notice: () => 'note-kept',
  formPage: notePage,
})
