import * as z from 'zod'
import { recordLicence } from '#lib/use-cases/licences/record-licence'
import { command } from '#lib/web/command'
import { licenceFields, licenceId, licencePage } from '#lib/web/licence-fields'
import { practiceId, staffMemberId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

/** What stands on a licence is corrected by saying it anew; what was said before stays on record. */
export const POST = command({
  input: z.strictObject({ practiceId, staffMemberId, licenceId, licenceFactId: z.uuid(), ...licenceFields }),
  run: (context, { licenceNumber: number, licenceFactId: factId, ...input }) =>
    recordLicence(context, { ...input, number, factId, renewsOn: null, isNew: false }),
  redirectTo: (_, input) => routes.licenceOf(input.practiceId, input.staffMemberId, input.licenceId),
  notice: () => 'licence-recorded',
  formPage: licencePage,
})
