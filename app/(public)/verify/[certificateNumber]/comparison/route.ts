import * as z from 'zod'
import { printCertificateNumber } from '#lib/domain/certification/certificate-number'
import { compareName } from '#lib/use-cases/certificates/compare-name'
import { certificateNumber, printedName } from '#lib/web/certificate-fields'
import { visitorCommand } from '#lib/web/command'
import { routes } from '#lib/web/routes'
import { typedText } from '#lib/web/sign-in-throttles'
import { comparisonThrottles } from '#lib/web/verification-throttles'

export const POST = visitorCommand({
  input: z.strictObject({ certificateNumber, printedName }),
  run: compareName,
  throttle: ({ typed }) => comparisonThrottles(typedText(typed, 'certificateNumber')),
  redirectTo: ({ number }) => routes.verifyCertificate(printCertificateNumber(number)),
  notice: ({ matches }) => (matches ? 'name-matches' : 'name-differs'),
  reply: ({ matches }) => ({ matches }),
  formPage: (params) => routes.verifyCertificate(params['certificateNumber'] ?? ''),
})
