import * as z from 'zod'
import { roles } from '#lib/domain/people/roles'
import { usStates } from '#lib/domain/people/us-states'
import { createPractice } from '#lib/use-cases/account/create-practice'
import { emailAddress, newPassword, ownName, practiceName, token } from '#lib/web/account-fields'
import { visitorCommand } from '#lib/web/command'
import { routes } from '#lib/web/routes'
import { sessionCookies } from '#lib/web/session-cookie'

export const POST = visitorCommand({
  input: z.strictObject({
    token,
    practiceName,
    state: z.enum(usStates, 'state-missing'),
    timeZone: z.string('time-zone-unknown').max(100),
    name: ownName,
    role: z.enum(roles, 'role-missing'),
    emailAddress,
    password: newPassword,
  }),
  run: createPractice,
  cookies: ({ sessionId }) => sessionCookies(sessionId),
  redirectTo: () => routes.home,
  formPage: (params) => routes.setUp(params['token'] ?? ''),
})
