import * as z from 'zod'
import { saveQuizItem } from '#lib/use-cases/authoring/save-quiz-item'
import { draftId } from '#lib/web/authoring-fields'
import { command } from '#lib/web/command'
import { itemFormFields, itemFormOf, itemId, itemProblems, mark } from '#lib/web/item-fields'
import { practiceId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

export const POST = command({
  input: z
    .strictObject({
      practiceId,
      draftId,
      itemId,
      mark,
      keyChange: z.literal('on').optional(),
      ...itemFormFields,
    })
    .superRefine(itemProblems),
  run: (context, { practiceId: id, draftId: draft, itemId: item, mark: read, keyChange, ...fields }) =>
    saveQuizItem(context, {
      practiceId: id,
      draftId: draft,
      itemId: item,
      mark: read,
      isKeyChangeMeant: keyChange === 'on',
      form: itemFormOf(fields),
    }),
  redirectTo: (_, input) => routes.quizDraft(input.practiceId, input.draftId),
  notice: () => 'quiz-item-saved',
  formPage: ({ practiceId: id = '', draftId: draft = '', itemId: item = '' }) =>
    routes.quizItem(id, draft, item),
})
