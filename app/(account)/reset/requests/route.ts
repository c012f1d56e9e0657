import * as z from 'zod'
import { requestReset } from '#lib/use-cases/account/request-reset'
import { emailAddress } from '#lib/web/account-fields'
import { visitorCommand } from '#lib/web/command'
import { routes } from '#lib/web/routes'
import { resetThrottles, typedText } from '#lib/web/sign-in-throttles'

export const POST = visitorCommand({
  input: z.strictObject({ emailAddress }),
  run: requestReset,
  throttle: ({ typed }) => resetThrottles(typedText(typed, 'emailAddress')),
  // A known address costs some inserts more than an unknown one; both answers take this long.
  atLeastMs: 400,
  redirectTo: () => routes.resetRequested,
  formPage: () => routes.reset,
})
