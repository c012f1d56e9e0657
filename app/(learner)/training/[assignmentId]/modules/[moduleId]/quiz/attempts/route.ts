import * as z from 'zod'
import { startAttempt } from '#lib/use-cases/training/start-attempt'
import { command } from '#lib/web/command'
import { assignmentId, contentId } from '#lib/web/learner-fields'
import { routes } from '#lib/web/routes'

export const POST = command({
  input: z.strictObject({ assignmentId, moduleId: contentId }),
  run: startAttempt,
  redirectTo: ({ attemptId }) => routes.attempt(attemptId),
  formPage: (params) => routes.quiz(params['assignmentId'] ?? '', params['moduleId'] ?? ''),
})
