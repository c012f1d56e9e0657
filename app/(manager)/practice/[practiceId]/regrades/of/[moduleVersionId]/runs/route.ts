import * as z from 'zod'
import { regradeSubmissions } from '#lib/use-cases/authoring/regrade-submissions'
import { command } from '#lib/web/command'
import { moduleVersionId, runId } from '#lib/web/measurement-fields'
import { practiceId, reason } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

export const POST = command({
  input: z.strictObject({ practiceId, moduleVersionId, runId, reason }),
  run: regradeSubmissions,
  redirectTo: (_, input) => routes.regrades(input.practiceId),
  notice: () => 'submissions-regraded',
  formPage: (params) => routes.newRegrade(params['practiceId'] ?? '', params['moduleVersionId'] ?? ''),
})
