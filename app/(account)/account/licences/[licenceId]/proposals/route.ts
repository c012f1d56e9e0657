import * as z from 'zod'
import { proposeLicenceRenewal } from '#lib/use-cases/licences/propose-licence-renewal'
import { command } from '#lib/web/command'
import { licenceId } from '#lib/web/licence-fields'
import { localDate } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

export const POST = command({
  input: z.strictObject({ licenceId, renewsOn: localDate }),
  run: proposeLicenceRenewal,
  redirectTo: (_, input) => routes.ownLicence(input.licenceId),
  notice: () => 'licence-renewal-proposed',
  formPage: (params) => routes.ownLicence(params['licenceId'] ?? ''),
})
