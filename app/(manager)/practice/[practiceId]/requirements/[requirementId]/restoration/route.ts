import * as z from 'zod'
import { restoreRequirement } from '#lib/use-cases/practice/restore-requirement'
import { reason } from '#lib/web/change-fields'
import { command } from '#lib/web/command'
import { practiceId, requirementId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

export const POST = command({
  input: z.strictObject({ practiceId, requirementId, retirementId: z.uuid(), reason }),
  run: restoreRequirement,
  redirectTo: (_, input) => routes.requirement(input.practiceId, input.requirementId),
  notice: () => 'requirement-restored',
  formPage: (params) => routes.requirement(params['practiceId'] ?? '', params['requirementId'] ?? ''),
})
