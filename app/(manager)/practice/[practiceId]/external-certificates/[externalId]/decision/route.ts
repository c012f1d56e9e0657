import * as z from 'zod'
import { decideExternalCertificate } from '#lib/use-cases/external/decide-external-certificate'
import { command } from '#lib/web/command'
import { externalId, optionalReason } from '#lib/web/external-fields'
import { listField } from '#lib/web/forms'
import { practiceId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

export const POST = command({
  input: z.strictObject({
    practiceId,
    externalId,
    decision: z.enum(['accepted', 'refused'], 'decision-missing'),
    reason: optionalReason,
    requirementIds: listField.pipe(z.array(z.uuid()).max(200)),
  }),
  run: (context, { decision: outcome, ...input }) =>
    decideExternalCertificate(context, { ...input, outcome }),
  redirectTo: (_, input) => routes.externalReview(input.practiceId, input.externalId),
  notice: ({ outcome }) => `external-${outcome}`,
  formPage: (params) => routes.externalReview(params['practiceId'] ?? '', params['externalId'] ?? ''),
})
