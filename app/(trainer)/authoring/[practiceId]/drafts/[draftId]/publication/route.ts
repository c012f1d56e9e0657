import * as z from 'zod'
import { preparePublication, publishDraft } from '#lib/use-cases/authoring/publish-draft'
import { changeFields, draftId, filesHash } from '#lib/web/authoring-fields'
import { checkThrottles } from '#lib/web/check-throttles'
import { command } from '#lib/web/command'
import { gateReasonFields, reasonsOf } from '#lib/web/gate-fields'
import { practiceId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

export const POST = command({
  input: z.strictObject({ practiceId, draftId, filesHash, dueOn: changeFields.dueOn, ...gateReasonFields }),
  throttle: checkThrottles,
  beforehand: preparePublication,
  run: (context, input, checked) => publishDraft(context, { ...input, reasons: reasonsOf(input) }, checked),
  redirectTo: (_, input) => routes.draft(input.practiceId, input.draftId),
  notice: () => 'module-published',
  formPage: ({ practiceId: practice = '', draftId: draft = '' }) => routes.draftChecks(practice, draft),
})
