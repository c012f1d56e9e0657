import * as z from 'zod'
import { saveCaseDebrief } from '#lib/use-cases/authoring/save-case'
import { draftId } from '#lib/web/authoring-fields'
import { caseDebriefFields, caseDebriefOf, caseMark } from '#lib/web/case-draft-fields'
import { command } from '#lib/web/command'
import { practiceId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

export const POST = command({
  input: z
    .strictObject({ practiceId, draftId, mark: caseMark, ...caseDebriefFields })
    .transform(({ practiceId: id, draftId: draft, mark, ...form }) => ({
      practiceId: id,
      draftId: draft,
      mark,
      debrief: caseDebriefOf(form),
    })),
  run: saveCaseDebrief,
  redirectTo: (_, input) => routes.caseDraft(input.practiceId, input.draftId),
  notice: () => 'case-saved',
  formPage: ({ practiceId: id = '', draftId: draft = '' }) => routes.caseDebrief(id, draft),
})
