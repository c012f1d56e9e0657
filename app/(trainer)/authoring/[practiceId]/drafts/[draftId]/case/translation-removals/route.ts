import * as z from 'zod'
import { removeTranslationsOfCase } from '#lib/use-cases/authoring/save-case'
import { draftId } from '#lib/web/authoring-fields'
import { command } from '#lib/web/command'
import { practiceId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

export const POST = command({
  input: z.strictObject({ practiceId, draftId }),
  run: removeTranslationsOfCase,
  redirectTo: (_, input) => routes.caseDraft(input.practiceId, input.draftId),
  notice: () => 'case-saved',
  formPage: ({ practiceId: id = '', draftId: draft = '' }) => routes.caseDraft(id, draft),
})
