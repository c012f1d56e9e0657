import * as z from 'zod'
import { dropTranslation } from '#lib/use-cases/authoring/drop-translation'
import { draftId, filesHash } from '#lib/web/authoring-fields'
import { command } from '#lib/web/command'
import { practiceId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

export const POST = command({
  input: z.strictObject({ practiceId, draftId, filesHash }),
  run: dropTranslation,
  redirectTo: (_, input) => routes.draftChecks(input.practiceId, input.draftId),
  notice: () => 'translation-dropped',
  formPage: ({ practiceId: practice = '', draftId: draft = '' }) => routes.draftChecks(practice, draft),
})
