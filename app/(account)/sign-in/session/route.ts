import * as z from 'zod'
import { signIn } from '#lib/use-cases/account/sign-in'
import { emailAddress, newPassword } from '#lib/web/account-fields'
import { visitorCommand } from '#lib/web/command'
import { routes } from '#lib/web/routes'
import { signInCookies } from '#lib/web/session-cookie'
import { signInThrottles } from '#lib/web/sign-in-throttles'

export const POST = visitorCommand({
  input: z.strictObject({ emailAddress, password: newPassword }),
  run: signIn,
  throttle: ({ emailAddress }, request) => signInThrottles(emailAddress, request),
  cookies: ({ sessionId }, { emailAddress }) => signInCookies(sessionId, emailAddress),
  redirectTo: () => routes.home,
  formPage: () => routes.signIn,
})
