import * as z from 'zod'
import { planPublication, preparePublication, publishDraft } from '#lib/use-cases/authoring/publish-draft'
import { changeFields, draftId, filesHash } from '#lib/web/authoring-fields'
import { checkThrottles } from '#lib/web/check-throttles'
import { command } from '#lib/web/command'
import { gateReasonFields, reasonsOf } from '#lib/web/gate-fields'
import { practiceId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'
import { publishOn } from '#lib/web/version-fields'

export const POST = command({
  input: z.strictObject({
    practiceId,
    draftId,
    filesHash,
    publishOn,
    dueOn: changeFields.dueOn,
    ...gateReasonFields,
  }),
  throttle: checkThrottles,
  beforehand: preparePublication,
  run: async (context, { publishOn: day, ...input }, checked) => {
    const asked = { ...input, reasons: reasonsOf(input) }
    if (day === null) return await publishDraft(context, asked, checked)
    return await planPublication(context, { ...asked, publishOn: day }, checked)
  },
  redirectTo: (_, input) => routes.draft(input.practiceId, input.draftId),
  notice: (value) => (value === null ? 'publication-planned' : 'module-published'),
  formPage: ({ practiceId: practice = '', draftId: draft = '' }) => routes.draftChecks(practice, draft),
})
