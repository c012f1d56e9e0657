import * as z from 'zod'
import { pauseReminders } from '#lib/use-cases/reminders/pause-reminders'
import { command } from '#lib/web/command'
import { practiceId, staffMemberId } from '#lib/web/practice-fields'
import { reminderPauseFields } from '#lib/web/reminder-fields'
import { routes } from '#lib/web/routes'

export const POST = command({
  input: z.strictObject({ practiceId, staffMemberId, ...reminderPauseFields }),
  run: (context, { pauseThrough: through, pauseReason: reason, ...input }) =>
    pauseReminders(context, { ...input, through, reason }),
  redirectTo: (_, input) => routes.staffMember(input.practiceId, input.staffMemberId),
  notice: () => 'reminders-paused',
  formPage: (params) => routes.staffMember(params['practiceId'] ?? '', params['staffMemberId'] ?? ''),
})
