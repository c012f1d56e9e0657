import { createRequirement } from '#lib/use-cases/practice/create-requirement'
import { command } from '#lib/web/command'
import { practiceId, requirementId } from '#lib/web/practice-fields'
import { draftFrom, requirementSchema } from '#lib/web/requirement-fields'
import { routes } from '#lib/web/routes'

export const POST = command({
  input: requirementSchema({ practiceId, requirementId }),
  run: (context, { practiceId, requirementId, ...answers }) =>
    createRequirement(context, { practiceId, requirementId, draft: draftFrom(answers) }),
  redirectTo: (_, input) => routes.requirementList(input.practiceId),
  notice: () => 'requirement-saved',
  formPage: (params) => routes.newRequirement(params['practiceId'] ?? ''),
})
