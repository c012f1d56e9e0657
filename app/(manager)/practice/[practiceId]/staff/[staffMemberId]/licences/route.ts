import * as z from 'zod'
import { recordLicence } from '#lib/use-cases/licences/record-licence'
import { command } from '#lib/web/command'
import { optionalDate } from '#lib/web/external-fields'
import { licenceFields, licenceId } from '#lib/web/licence-fields'
import { practiceId, staffMemberId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

export const POST = command({
  input: z.strictObject({
    practiceId,
    staffMemberId,
    licenceId,
    licenceFactId: z.uuid(),
    ...licenceFields,
    renewsOn: optionalDate,
  }),
  run: (context, { licenceNumber: number, licenceFactId: factId, ...input }) =>
    recordLicence(context, { ...input, number, factId, isNew: true }),
  redirectTo: (_, input) => routes.licenceOf(input.practiceId, input.staffMemberId, input.licenceId),
  notice: () => 'licence-recorded',
  formPage: (params) => routes.newLicence(params['practiceId'] ?? '', params['staffMemberId'] ?? ''),
})
