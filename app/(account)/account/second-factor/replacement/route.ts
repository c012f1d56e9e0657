import * as z from 'zod'
import { proveSecondFactor } from '#lib/use-cases/account/prove-second-factor'
import { code } from '#lib/web/account-fields'
import { command } from '#lib/web/command'
import { routes } from '#lib/web/routes'
import { codeThrottles } from '#lib/web/sign-in-throttles'

export const POST = command({
  input: z.strictObject({ code }),
  run: (context, { code }) => proveSecondFactor(context, { code, purpose: 'replacement' }),
  throttle: ({ actor }) => codeThrottles(actor),
  redirectTo: () => routes.secondFactor,
  formPage: () => routes.secondFactor,
})
