import * as z from 'zod'
import { beginSecondFactor } from '#lib/use-cases/account/begin-second-factor'
import { command } from '#lib/web/command'
import { routes } from '#lib/web/routes'

export const POST = command({
  input: z.strictObject({}),
  run: beginSecondFactor,
  redirectTo: () => routes.secondFactor,
  formPage: () => routes.secondFactor,
  duringSignIn: true,
})
