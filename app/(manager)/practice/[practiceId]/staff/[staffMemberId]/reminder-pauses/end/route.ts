import * as z from 'zod'
import { pauseReminders } from '#lib/use-cases/reminders/pause-reminders'
import { command } from '#lib/web/command'
import { practiceId, staffMemberId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

export const POST = command({
  input: z.strictObject({ practiceId, staffMemberId }),
  run: (context, input) => pauseReminders(context, { ...input, through: null, reason: null }),
  redirectTo: (_, input) => routes.staffMember(input.practiceId, input.staffMemberId),
  notice: () => 'reminders-resumed',
  formPage: (params) => routes.staffMember(params['practiceId'] ?? '', params['staffMemberId'] ?? ''),
})
