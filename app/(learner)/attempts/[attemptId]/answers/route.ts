import * as z from 'zod'
import { saveAnswers } from '#lib/use-cases/training/save-answers'
import { command } from '#lib/web/command'
import { attemptId, draftsIn, savedDrafts } from '#lib/web/learner-fields'
import { routes } from '#lib/web/routes'

/**
 * Saves answers, each with the revision that its page showed: one at a time as JSON from the script, or all of them from the
 * form's own button.
 */
export const POST = command({
  input: z.strictObject({ attemptId, drafts: savedDrafts }),
  read: draftsIn,
  run: saveAnswers,
  reply: (saved) => saved,
  notice: () => 'answers-saved',
  redirectTo: (_saved, { attemptId }) => routes.attempt(attemptId),
  formPage: (params) => routes.attempt(params['attemptId'] ?? ''),
})
