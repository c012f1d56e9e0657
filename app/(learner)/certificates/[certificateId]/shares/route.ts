import * as z from 'zod'
import { shareCertificate } from '#lib/use-cases/external/share-certificate'
import { certificateId } from '#lib/web/certificate-fields'
import { command } from '#lib/web/command'
import { practiceId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

export const POST = command({
  input: z.strictObject({ certificateId, practiceId }),
  run: shareCertificate,
  redirectTo: (_, input) => routes.certificateSharing(input.certificateId),
  notice: () => 'certificate-shared',
  formPage: (params) => routes.certificateSharing(params['certificateId'] ?? ''),
})
