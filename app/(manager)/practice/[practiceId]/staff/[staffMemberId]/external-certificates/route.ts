import * as z from 'zod'
import { recordExternalCertificate } from '#lib/use-cases/external/record-external-certificate'
import { command } from '#lib/web/command'
import { certificateUpload, externalId, statementFields, statementOf } from '#lib/web/external-fields'
import { externalThrottles } from '#lib/web/external-throttles'
import { practiceId, staffMemberId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

export const POST = command({
  input: z.strictObject({ practiceId, staffMemberId, externalId, ...statementFields }),
  upload: certificateUpload,
  throttle: externalThrottles,
  run: (context, input) => {
    const { practiceId, staffMemberId, externalId, requirementIds, file } = input
    const statement = statementOf(input)
    return recordExternalCertificate(context, {
      practiceId,
      staffMemberId,
      externalId,
      requirementIds,
      file,
      statement,
    })
  },
  redirectTo: (value, input) => routes.externalReview(input.practiceId, value.externalId),
  notice: () => 'external-recorded',
  formPage: (params) => routes.newExternalOf(params['practiceId'] ?? '', params['staffMemberId'] ?? ''),
})
