import { changeRequirement } from '#lib/use-cases/practice/change-requirement'
import { changeOnly, reason } from '#lib/web/change-fields'
import { command } from '#lib/web/command'
import { practiceId, requirementId } from '#lib/web/practice-fields'
import { draftFrom, requirementSchema } from '#lib/web/requirement-fields'
import { routes } from '#lib/web/routes'

export const POST = command({
  input: requirementSchema({ ...changeOnly, practiceId, requirementId, reason }),
  run: (context, { practiceId, requirementId, after, appliesTo, reason, ...answers }) => {
    const draft = draftFrom(answers)
    return changeRequirement(context, { practiceId, requirementId, after, appliesTo, reason, draft })
  },
  redirectTo: (_, input) => routes.requirement(input.practiceId, input.requirementId),
  notice: () => 'requirement-changed',
  formPage: (params) =>
    routes.requirementVersionDrafts(params['practiceId'] ?? '', params['requirementId'] ?? ''),
})
