import * as z from 'zod'
import { moveQuizItem } from '#lib/use-cases/authoring/save-quiz-item'
import { draftId } from '#lib/web/authoring-fields'
import { command } from '#lib/web/command'
import { itemId, move } from '#lib/web/item-fields'
import { practiceId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

export const POST = command({
  input: z.strictObject({ practiceId, draftId, itemId, move }),
  run: moveQuizItem,
  redirectTo: (_, input) => routes.quizDraft(input.practiceId, input.draftId),
  notice: () => 'quiz-item-moved',
  formPage: ({ practiceId: id = '', draftId: draft = '' }) => routes.quizDraft(id, draft),
})
