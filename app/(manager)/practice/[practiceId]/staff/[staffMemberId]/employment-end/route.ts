import * as z from 'zod'
import { endEmployment } from '#lib/use-cases/practice/end-employment'
import { command } from '#lib/web/command'
import { localDate, practiceId, staffMemberId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

export const POST = command({
  input: z.strictObject({ practiceId, staffMemberId, lastDay: localDate }),
  run: endEmployment,
  redirectTo: (_, input) => routes.staffMember(input.practiceId, input.staffMemberId),
  notice: () => 'employment-ended',
  formPage: (params) =>
    routes.entry(params['practiceId'] ?? '', params['staffMemberId'] ?? '', 'employment-end'),
})
