import * as z from 'zod'
import { endLicence } from '#lib/use-cases/licences/end-licence'
import { command } from '#lib/web/command'
import { reason } from '#lib/web/external-fields'
import { licenceId, licencePage } from '#lib/web/licence-fields'
import { practiceId, staffMemberId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

export const POST = command({
  input: z.strictObject({ practiceId, staffMemberId, licenceId, endReason: reason }),
  run: (context, { endReason, ...input }) => endLicence(context, { ...input, reason: endReason }),
  redirectTo: (_, input) => routes.licenceOf(input.practiceId, input.staffMemberId, input.licenceId),
  notice: () => 'licence-ended',
  formPage: licencePage,
})
