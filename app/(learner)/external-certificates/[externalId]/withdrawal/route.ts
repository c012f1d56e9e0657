import * as z from 'zod'
import { withdrawExternalCertificate } from '#lib/use-cases/external/withdraw-external-certificate'
import { command } from '#lib/web/command'
import { externalId } from '#lib/web/external-fields'
import { routes } from '#lib/web/routes'

export const POST = command({
  input: z.strictObject({ externalId }),
  run: withdrawExternalCertificate,
  redirectTo: ({ managedAt }, input) =>
    managedAt === null ? routes.external(input.externalId) : routes.waitingExternals(managedAt),
  notice: () => 'external-withdrawn',
  formPage: (params) => routes.external(params['externalId'] ?? ''),
})
