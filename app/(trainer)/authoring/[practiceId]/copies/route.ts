import * as z from 'zod'
import { adaptModule } from '#lib/use-cases/authoring/adapt-module'
import { draftId } from '#lib/web/authoring-fields'
import { command } from '#lib/web/command'
import { moduleVersionId } from '#lib/web/measurement-fields'
import { practiceId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

export const POST = command({
  input: z.strictObject({ practiceId, draftId, moduleVersionId }),
  run: adaptModule,
  redirectTo: (value, input) => routes.draft(input.practiceId, value.draftId),
  notice: () => 'module-begun',
  formPage: (params) => routes.authoring(params['practiceId'] ?? ''),
})
