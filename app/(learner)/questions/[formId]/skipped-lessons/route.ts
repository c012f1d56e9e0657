import * as z from 'zod'
import { skipShownLessons } from '#lib/use-cases/forms/skip-shown-lessons'
import { command } from '#lib/web/command'
import { formId } from '#lib/web/learner-fields'
import { routes } from '#lib/web/routes'

export const POST = command({
  input: z.strictObject({ formId }),
  run: skipShownLessons,
  redirectTo: ({ assignmentId }) => routes.assignment(assignmentId),
  formPage: (params) => routes.formResult(params['formId'] ?? ''),
})
