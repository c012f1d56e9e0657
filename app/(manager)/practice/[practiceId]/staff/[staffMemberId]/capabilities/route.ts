import * as z from 'zod'
import { changeCapabilities } from '#lib/use-cases/practice/change-capabilities'
import { command } from '#lib/web/command'
import { listField } from '#lib/web/forms'
import { grantableCapabilities, practiceId, staffMemberId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

export const POST = command({
  input: z.strictObject({
    practiceId,
    staffMemberId,
    capabilities: listField.pipe(z.array(z.enum(grantableCapabilities)).max(4)),
  }),
  run: changeCapabilities,
  redirectTo: (_, input) => routes.staffMember(input.practiceId, input.staffMemberId),
  notice: () => 'capabilities-changed',
  formPage: (params) => routes.staffMember(params['practiceId'] ?? '', params['staffMemberId'] ?? ''),
})
