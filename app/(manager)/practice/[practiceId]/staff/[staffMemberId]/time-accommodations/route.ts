import * as z from 'zod'
import { timeAllowances } from '#lib/domain/training/time-limit'
import { recordAccommodation } from '#lib/use-cases/practice/record-accommodation'
import { command } from '#lib/web/command'
import { practiceId, staffMemberId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

export const POST = command({
  input: z.strictObject({ practiceId, staffMemberId, allowance: z.enum(timeAllowances, 'invalid') }),
  run: recordAccommodation,
  redirectTo: (_, input) => routes.staffMember(input.practiceId, input.staffMemberId),
  notice: () => 'accommodation-recorded',
  formPage: (params) => routes.staffMember(params['practiceId'] ?? '', params['staffMemberId'] ?? ''),
})
