import * as z from 'zod'
import { removeQuizItem } from '#lib/use-cases/authoring/save-quiz-item'
import { draftId } from '#lib/web/authoring-fields'
import { command } from '#lib/web/command'
import { itemId, mark } from '#lib/web/item-fields'
import { practiceId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

export const POST = command({
  input: z.strictObject({ practiceId, draftId, itemId, mark }),
  run: removeQuizItem,
  redirectTo: (_, input) => routes.quizDraft(input.practiceId, input.draftId),
  notice: () => 'quiz-item-removed',
  formPage: ({ practiceId: id = '', draftId: draft = '', itemId: item = '' }) =>
    routes.quizItemRemoval(id, draft, item),
})
