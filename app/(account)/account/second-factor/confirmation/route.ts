import * as z from 'zod'
import { confirmSecondFactor } from '#lib/use-cases/account/confirm-second-factor'
import { firstCode } from '#lib/web/account-fields'
import { command } from '#lib/web/command'
import { routes } from '#lib/web/routes'
import { codeThrottles } from '#lib/web/sign-in-throttles'

export const POST = command({
  input: z.strictObject({ code: firstCode }),
  run: confirmSecondFactor,
  throttle: ({ actor }) => codeThrottles(actor),
  redirectTo: () => routes.home,
  formPage: () => routes.secondFactor,
  duringSignIn: true,
})
