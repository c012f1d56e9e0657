import * as z from 'zod'
import { beginNextVersion } from '#lib/use-cases/authoring/begin-next-version'
import { draftId } from '#lib/web/authoring-fields'
import { draftPage } from '#lib/web/authoring-links'
import { command } from '#lib/web/command'
import { practiceId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'
import { over } from '#lib/web/version-fields'

export const POST = command({
  input: z.strictObject({ practiceId, draftId, newDraftId: draftId, over }),
  run: beginNextVersion,
  redirectTo: (value, input) => routes.draft(input.practiceId, value.draftId),
  notice: () => 'version-begun',
  formPage: draftPage,
})
