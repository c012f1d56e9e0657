import * as z from 'zod'
import { signIn } from '#lib/use-cases/account/sign-in'
import { emailAddress, newPassword, wayBack } from '#lib/web/account-fields'
import { visitorCommand } from '#lib/web/command'
import { returnPath } from '#lib/web/return-path'
import { routes } from '#lib/web/routes'
import { signInCookies } from '#lib/web/session-cookie'
import { signInThrottles, typedText } from '#lib/web/sign-in-throttles'

export const POST = visitorCommand({
  input: z.strictObject({ emailAddress, password: newPassword, from: wayBack }),
  run: (context, { emailAddress, password }) => signIn(context, { emailAddress, password }),
  throttle: ({ typed, request }) => signInThrottles(typedText(typed, 'emailAddress'), request),
  cookies: (signedIn, { emailAddress }) => signInCookies(signedIn, emailAddress),
  redirectTo: (_, { from }) => returnPath(from) ?? routes.home,
  formPage: () => routes.signIn,
})
