import * as z from 'zod'
import { saveQuizSettings } from '#lib/use-cases/authoring/save-quiz-settings'
import { draftId } from '#lib/web/authoring-fields'
import { command } from '#lib/web/command'
import { mark } from '#lib/web/item-fields'
import { practiceId } from '#lib/web/practice-fields'
import { blueprintOf, quizSettingsFields, settingsRead } from '#lib/web/quiz-settings-fields'
import { routes } from '#lib/web/routes'

export const POST = command({
  input: z.strictObject({ practiceId, draftId, mark, ...quizSettingsFields }),
  read: settingsRead,
  run: (context, { passMark, spread, blueprint, ...input }) =>
    saveQuizSettings(context, {
      ...input,
      passMarkPercent: passMark,
      blueprint: spread === 'counts' ? blueprintOf(blueprint) : null,
    }),
  redirectTo: (_, input) => routes.quizDraft(input.practiceId, input.draftId),
  notice: () => 'quiz-settings-saved',
  formPage: ({ practiceId: id = '', draftId: draft = '' }) => routes.quizSettings(id, draft),
})
