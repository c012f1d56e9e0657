import * as z from 'zod'
import { startCase } from '#lib/use-cases/cases/start-case'
import { command } from '#lib/web/command'
import { assignmentId, contentId } from '#lib/web/learner-fields'
import { routes } from '#lib/web/routes'

export const POST = command({
  input: z.strictObject({ assignmentId, caseId: contentId }),
  run: startCase,
  redirectTo: ({ playId }) => routes.play(playId),
  formPage: (params) => routes.case(params['assignmentId'] ?? '', params['caseId'] ?? ''),
})
