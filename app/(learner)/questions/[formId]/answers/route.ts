import * as z from 'zod'
import { submitFormAnswer } from '#lib/use-cases/forms/submit-form-answer'
import { command } from '#lib/web/command'
import { answers, answersIn, formId, revisions } from '#lib/web/learner-fields'
import { routes } from '#lib/web/routes'

export const POST = command({
  input: z.strictObject({
    formId,
    step: z.coerce.number().int().min(1).max(200),
    answers,
    revisions,
    unknown: z.literal('true').optional(),
  }),
  read: answersIn,
  run: (context, { formId, step, answers, unknown }) =>
    submitFormAnswer(context, { formId, number: step, answers, isUnknown: unknown !== undefined }),
  redirectTo: ({ formId, isLast }) => (isLast ? routes.formResult(formId) : routes.form(formId)),
  formPage: (params) => routes.form(params['formId'] ?? ''),
})
