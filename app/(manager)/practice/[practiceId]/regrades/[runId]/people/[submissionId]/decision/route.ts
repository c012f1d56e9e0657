import * as z from 'zod'
import { decideRegrade } from '#lib/use-cases/practice/decide-regrade'
import { command } from '#lib/web/command'
import { regradeDecision, runId, submissionId } from '#lib/web/measurement-fields'
import { practiceId, reason } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

export const POST = command({
  input: z.strictObject({ practiceId, runId, submissionId, decision: regradeDecision, reason }),
  run: (context, { decision: outcome, ...input }) => decideRegrade(context, { ...input, outcome }),
  redirectTo: (_, input) => routes.regrade(input.practiceId, input.runId),
  notice: () => 'regrade-decided',
  formPage: (params) =>
    routes.regradedPerson(params['practiceId'] ?? '', params['runId'] ?? '', params['submissionId'] ?? ''),
})
