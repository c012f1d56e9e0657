import * as z from 'zod'
import { setLicenceRenewal } from '#lib/use-cases/licences/set-licence-renewal'
import { command } from '#lib/web/command'
import { optionalReason } from '#lib/web/external-fields'
import { listField } from '#lib/web/forms'
import { licenceId, licencePage } from '#lib/web/licence-fields'
import { localDate, practiceId, staffMemberId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

export const POST = command({
  input: z.strictObject({
    practiceId,
    staffMemberId,
    licenceId,
    licenceFactId: z.uuid(),
    renewsOn: localDate,
    change: z.enum(['renewed', 'wrong'], 'change-missing'),
    reason: optionalReason,
    leads: listField,
  }),
  run: (context, { licenceFactId: factId, leads, ...input }) =>
    setLicenceRenewal(context, { ...input, factId, leads: leads.includes('yes') }),
  redirectTo: (_, input) => routes.licenceOf(input.practiceId, input.staffMemberId, input.licenceId),
  notice: () => 'licence-renewal-recorded',
  formPage: licencePage,
})
