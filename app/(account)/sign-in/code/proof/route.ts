import * as z from 'zod'
import { proveSecondFactor } from '#lib/use-cases/account/prove-second-factor'
import { code, wayBack } from '#lib/web/account-fields'
import { command } from '#lib/web/command'
import { returnPath } from '#lib/web/return-path'
import { routes } from '#lib/web/routes'
import { codeThrottles } from '#lib/web/sign-in-throttles'

export const POST = command({
  input: z.strictObject({ code, from: wayBack }),
  run: (context, { code }) => proveSecondFactor(context, { code, purpose: 'sign-in' }),
  throttle: ({ actor }) => codeThrottles(actor),
  redirectTo: (_, { from }) => returnPath(from) ?? routes.home,
  formPage: () => routes.secondFactorCode,
  duringSignIn: true,
})
