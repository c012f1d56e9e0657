import * as z from 'zod'
import { acceptOutsideInvitation } from '#lib/use-cases/outside/accept-outside-invitation'
import { token } from '#lib/web/account-fields'
import { visitorCommand } from '#lib/web/command'
import { outsideCookie } from '#lib/web/outside'
import { routes } from '#lib/web/routes'

export const POST = visitorCommand({
  input: z.strictObject({ token }),
  run: acceptOutsideInvitation,
  cookies: async ({ accessToken }) => [outsideCookie(accessToken)],
  redirectTo: () => routes.outsideReview,
  formPage: (params) => routes.outsideLink(params['token'] ?? ''),
})
