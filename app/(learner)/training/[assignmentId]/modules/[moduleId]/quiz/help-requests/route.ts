import * as z from 'zod'
import { askForAttempts } from '#lib/use-cases/training/ask-for-attempts'
import { command } from '#lib/web/command'
import { assignmentId, contentId } from '#lib/web/learner-fields'
import { routes } from '#lib/web/routes'

export const POST = command({
  input: z.strictObject({ assignmentId, moduleId: contentId }),
  run: askForAttempts,
  redirectTo: (_, { assignmentId, moduleId }) => routes.quiz(assignmentId, moduleId),
  notice: () => 'attempts-asked',
  formPage: (params) => routes.quiz(params['assignmentId'] ?? '', params['moduleId'] ?? ''),
})
