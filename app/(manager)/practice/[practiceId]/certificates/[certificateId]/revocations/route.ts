import * as z from 'zod'
import { revokeCertificate } from '#lib/use-cases/practice/revoke-certificate'
import { command } from '#lib/web/command'
import { certificateId, practiceId, reason } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

export const POST = command({
  input: z.strictObject({ practiceId, certificateId, reason }),
  run: revokeCertificate,
  redirectTo: (_, input) => routes.newRevocation(input.practiceId, input.certificateId),
  notice: () => 'certificate-revoked',
  formPage: (params) => routes.newRevocation(params['practiceId'] ?? '', params['certificateId'] ?? ''),
})
