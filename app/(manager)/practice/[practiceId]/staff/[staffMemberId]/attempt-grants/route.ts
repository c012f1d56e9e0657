import * as z from 'zod'
import { grantAttempts } from '#lib/use-cases/practice/grant-attempts'
import { command } from '#lib/web/command'
import { moduleId, practiceId, staffMemberId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

export const POST = command({
  input: z.strictObject({ practiceId, staffMemberId, moduleId, idempotencyKey: z.uuid() }),
  run: grantAttempts,
  redirectTo: (_, input) => routes.staffMember(input.practiceId, input.staffMemberId),
  notice: () => 'attempts-granted',
  formPage: (params) => routes.staffMember(params['practiceId'] ?? '', params['staffMemberId'] ?? ''),
})
