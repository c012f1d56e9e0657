import * as z from 'zod'
import { recordExternalCertificate } from '#lib/use-cases/external/record-external-certificate'
import { command } from '#lib/web/command'
import { certificateUpload, externalId, statementFields, statementOf } from '#lib/web/external-fields'
import { externalThrottles } from '#lib/web/external-throttles'
import { practiceId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

export const POST = command({
  input: z.strictObject({ practiceId, externalId, ...statementFields }),
  upload: certificateUpload,
  throttle: externalThrottles,
  run: (context, input) => {
    const { practiceId, externalId, requirementIds, file } = input
    const statement = statementOf(input)
    return recordExternalCertificate(context, { practiceId, externalId, requirementIds, file, statement })
  },
  redirectTo: (value) => routes.external(value.externalId),
  notice: () => 'external-recorded',
  formPage: (params) => routes.newExternal(params['practiceId'] ?? ''),
})
