import * as z from 'zod'
import { beginCase } from '#lib/use-cases/authoring/begin-case'
import { draftId } from '#lib/web/authoring-fields'
import { caseAboutFields, caseLanguage, caseOpeningFields, caseOpeningOf } from '#lib/web/case-draft-fields'
import { command } from '#lib/web/command'
import { practiceId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

export const POST = command({
  input: z
    .strictObject({ practiceId, draftId, ...caseAboutFields, ...caseOpeningFields, caseLanguage })
    .transform((form) => ({
      practiceId: form.practiceId,
      draftId: form.draftId,
      moduleId: form.caseModule,
      facts: {
        title: form.caseTitle,
        summary: form.caseSummary,
        minutes: form.caseMinutes,
        language: form.caseLanguage,
        opening: caseOpeningOf(form),
      },
    })),
  run: beginCase,
  redirectTo: (value, input) => routes.caseDraft(input.practiceId, value.draftId),
  notice: () => 'case-begun',
  formPage: (params) => routes.newCase(params['practiceId'] ?? ''),
})
