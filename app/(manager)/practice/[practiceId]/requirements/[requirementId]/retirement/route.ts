import * as z from 'zod'
import { retireRequirement } from '#lib/use-cases/practice/retire-requirement'
import { reason } from '#lib/web/change-fields'
import { command } from '#lib/web/command'
import { localDate, practiceId, requirementId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

export const POST = command({
  input: z.strictObject({ practiceId, requirementId, retiredOn: localDate, reason }),
  run: retireRequirement,
  redirectTo: (_, input) => routes.requirement(input.practiceId, input.requirementId),
  notice: () => 'requirement-retired',
  formPage: (params) => routes.requirement(params['practiceId'] ?? '', params['requirementId'] ?? ''),
})
