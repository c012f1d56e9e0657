import * as z from 'zod'
import { endPublicationPlan } from '#lib/use-cases/authoring/end-publication-plan'
import { draftId } from '#lib/web/authoring-fields'
import { draftPage } from '#lib/web/authoring-links'
import { command } from '#lib/web/command'
import { practiceId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

export const POST = command({
  input: z.strictObject({ practiceId, draftId }),
  run: endPublicationPlan,
  redirectTo: (_, input) => routes.draft(input.practiceId, input.draftId),
  notice: () => 'draft-moved',
  formPage: draftPage,
})
