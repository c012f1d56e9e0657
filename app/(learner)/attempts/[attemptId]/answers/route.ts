import * as z from 'zod'
import { saveAnswers } from '#lib/use-cases/training/save-answers'
import { command } from '#lib/web/command'
import { attemptId, drafts } from '#lib/web/learner-fields'
import { routes } from '#lib/web/routes'

/** Autosave: drafts as JSON in one field, so that each names the revision that its page showed. */
export const POST = command({
  input: z.strictObject({ attemptId, drafts }),
  run: saveAnswers,
  reply: (saved) => saved,
  redirectTo: (_saved, { attemptId }) => routes.attempt(attemptId),
  formPage: (params) => routes.attempt(params['attemptId'] ?? ''),
})
