import * as z from 'zod'
import { sendTestReminder } from '#lib/use-cases/reminders/send-test-reminder'
import { command } from '#lib/web/command'
import { practiceId } from '#lib/web/practice-fields'
import { reminderTextPlace } from '#lib/web/reminder-fields'
import { routes } from '#lib/web/routes'

export const POST = command({
  input: z.strictObject({ practiceId, ...reminderTextPlace }),
  run: sendTestReminder,
  redirectTo: (_, input) => routes.reminderText(input.practiceId, input.language, input.moment),
  notice: () => 'test-mail-written',
  throttle: ({ actor }) => [{ key: `test-mail:${actor.personId}`, points: 20, withinSeconds: 60 * 60 }],
  formPage: (params) =>
    routes.reminderText(params['practiceId'] ?? '', params['language'] ?? '', params['moment'] ?? ''),
})
