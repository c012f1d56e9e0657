import * as z from 'zod'
import { saveCaseOpening } from '#lib/use-cases/authoring/save-case'
import { draftId } from '#lib/web/authoring-fields'
import { caseMark, caseOpeningFields, caseOpeningOf } from '#lib/web/case-draft-fields'
import { command } from '#lib/web/command'
import { practiceId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

export const POST = command({
  input: z
    .strictObject({ practiceId, draftId, mark: caseMark, ...caseOpeningFields })
    .transform(({ practiceId: id, draftId: draft, mark, ...form }) => ({
      practiceId: id,
      draftId: draft,
      mark,
      opening: caseOpeningOf(form),
    })),
  run: saveCaseOpening,
  redirectTo: (_, input) => routes.caseDraft(input.practiceId, input.draftId),
  notice: () => 'case-saved',
  formPage: ({ practiceId: id = '', draftId: draft = '' }) => routes.caseOpening(id, draft),
})
