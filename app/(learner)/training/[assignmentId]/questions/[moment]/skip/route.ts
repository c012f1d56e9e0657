import * as z from 'zod'
import { startForm } from '#lib/use-cases/forms/start-form'
import { command } from '#lib/web/command'
import { assignmentId, formMoment } from '#lib/web/learner-fields'
import { routes } from '#lib/web/routes'

export const POST = command({
  input: z.strictObject({ assignmentId, moment: formMoment }),
  run: (context, input) => startForm(context, { ...input, isSkipped: true }),
  redirectTo: (_, { assignmentId }) => routes.assignment(assignmentId),
  formPage: (params) => routes.formOffer(params['assignmentId'] ?? '', params['moment'] ?? ''),
})
