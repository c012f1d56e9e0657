import * as z from 'zod'
import { correctFirstDay } from '#lib/use-cases/practice/correct-first-day'
import { command } from '#lib/web/command'
import { localDate, practiceId, staffMemberId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

export const POST = command({
  input: z.strictObject({ practiceId, staffMemberId, startedOn: localDate }),
  run: correctFirstDay,
  redirectTo: (_, input) => routes.staffMember(input.practiceId, input.staffMemberId),
  notice: () => 'first-day-corrected',
  formPage: (params) => routes.staffMember(params['practiceId'] ?? '', params['staffMemberId'] ?? ''),
})
