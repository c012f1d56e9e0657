import * as z from 'zod'
import { signOut } from '#lib/use-cases/account/sign-out'
import { command } from '#lib/web/command'
import { routes } from '#lib/web/routes'
import { clearedSessionCookies } from '#lib/web/session-cookie'

export const POST = command({
  input: z.strictObject({}),
  run: (context) => signOut(context, { everywhere: true }),
  cookies: clearedSessionCookies,
  redirectTo: () => routes.signIn,
  notice: () => 'signed-out-everywhere',
  formPage: () => routes.account,
  duringSignIn: true,
})
