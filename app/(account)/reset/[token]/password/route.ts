import * as z from 'zod'
import { choosePassword } from '#lib/use-cases/account/choose-password'
import { newPassword, token } from '#lib/web/account-fields'
import { visitorCommand } from '#lib/web/command'
import { routes } from '#lib/web/routes'

export const POST = visitorCommand({
  input: z.strictObject({ token, password: newPassword }),
  run: (context, input) => choosePassword(context, { kind: 'reset', ...input }),
  redirectTo: () => routes.signIn,
  notice: () => 'password-chosen',
  formPage: (params) => routes.resetLink(params['token'] ?? ''),
})
