import * as z from 'zod'
import { beginModule } from '#lib/use-cases/authoring/begin-module'
import { draftId, moduleFields } from '#lib/web/authoring-fields'
import { command } from '#lib/web/command'
import { practiceId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

export const POST = command({
  input: z.strictObject({ practiceId, draftId, ...moduleFields }).transform((form) => ({
    practiceId: form.practiceId,
    draftId: form.draftId,
    facts: {
      title: form.moduleTitle,
      summary: form.moduleSummary,
      objectives: [form.objective1, form.objective2, form.objective3],
      language: form.moduleLanguage,
    },
  })),
  run: beginModule,
  redirectTo: (value, input) => routes.draft(input.practiceId, value.draftId),
  notice: () => 'module-begun',
  formPage: (params) => routes.newModule(params['practiceId'] ?? ''),
})
