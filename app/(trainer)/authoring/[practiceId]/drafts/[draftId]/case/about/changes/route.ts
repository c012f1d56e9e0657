import * as z from 'zod'
import { saveCaseAbout } from '#lib/use-cases/authoring/save-case'
import { draftId } from '#lib/web/authoring-fields'
import { caseAboutFields, caseMark } from '#lib/web/case-draft-fields'
import { command } from '#lib/web/command'
import { practiceId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

export const POST = command({
  input: z.strictObject({ practiceId, draftId, mark: caseMark, ...caseAboutFields }).transform((form) => ({
    practiceId: form.practiceId,
    draftId: form.draftId,
    mark: form.mark,
    title: form.caseTitle,
    summary: form.caseSummary,
    minutes: form.caseMinutes,
    moduleId: form.caseModule,
  })),
  run: saveCaseAbout,
  redirectTo: (_, input) => routes.caseDraft(input.practiceId, input.draftId),
  notice: () => 'case-saved',
  formPage: ({ practiceId: id = '', draftId: draft = '' }) => routes.caseOpening(id, draft),
})
