import * as z from 'zod'
import { submitAttempt } from '#lib/use-cases/training/submit-attempt'
import { command } from '#lib/web/command'
import { answers, answersIn, attemptId, revisions } from '#lib/web/learner-fields'
import { routes } from '#lib/web/routes'

export const POST = command({
  input: z.strictObject({ attemptId, answers, revisions, idempotencyKey: z.uuid() }),
  read: answersIn,
  run: submitAttempt,
  redirectTo: ({ attemptId, isKept }) =>
    isKept ? routes.attempt(attemptId) : routes.attemptResult(attemptId),
  formPage: (params) => routes.attempt(params['attemptId'] ?? ''),
})
