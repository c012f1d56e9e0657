import * as z from 'zod'
import { publishDraft } from '#lib/use-cases/authoring/publish-draft'
import { deedReason, draftId, filesHash } from '#lib/web/authoring-fields'
import { command } from '#lib/web/command'
import { practiceId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

export const POST = command({
  input: z.strictObject({ practiceId, draftId, filesHash, reason: deedReason }),
  run: publishDraft,
  redirectTo: (_, input) => routes.draft(input.practiceId, input.draftId),
  notice: () => 'module-published',
  formPage: ({ practiceId: practice = '', draftId: draft = '' }) => routes.draftChecks(practice, draft),
})
