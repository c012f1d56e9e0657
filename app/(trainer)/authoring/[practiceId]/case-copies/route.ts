import * as z from 'zod'
import { adaptCase } from '#lib/use-cases/authoring/adapt-case'
import { draftId } from '#lib/web/authoring-fields'
import { command } from '#lib/web/command'
import { moduleVersionId as caseVersionId } from '#lib/web/measurement-fields'
import { practiceId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

export const POST = command({
  input: z.strictObject({ practiceId, draftId, caseVersionId }),
  run: adaptCase,
  redirectTo: (value, input) => routes.caseDraft(input.practiceId, value.draftId),
  notice: () => 'case-begun',
  formPage: (params) => routes.authoring(params['practiceId'] ?? ''),
})
