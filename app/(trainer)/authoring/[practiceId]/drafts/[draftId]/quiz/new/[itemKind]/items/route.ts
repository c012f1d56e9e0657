import * as z from 'zod'
import { addQuizItem } from '#lib/use-cases/authoring/save-quiz-item'
import { draftId } from '#lib/web/authoring-fields'
import { command } from '#lib/web/command'
import { itemFormFields, itemFormOf, itemProblems } from '#lib/web/item-fields'
import { practiceId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

export const POST = command({
  input: z.strictObject({ practiceId, draftId, ...itemFormFields }).superRefine(itemProblems),
  run: (context, { practiceId: id, draftId: draft, ...fields }) =>
    addQuizItem(context, { practiceId: id, draftId: draft, form: itemFormOf(fields) }),
  redirectTo: (_, input) => routes.quizDraft(input.practiceId, input.draftId),
  notice: () => 'quiz-item-added',
  formPage: ({ practiceId: id = '', draftId: draft = '', itemKind = '' }) =>
    routes.newQuizItem(id, draft, itemKind),
})
