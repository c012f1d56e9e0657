import * as z from 'zod'
import { writeReminderText } from '#lib/use-cases/reminders/write-reminder-text'
import { command } from '#lib/web/command'
import { practiceId } from '#lib/web/practice-fields'
import { reminderTextFields, reminderTextPlace } from '#lib/web/reminder-fields'
import { routes } from '#lib/web/routes'

export const POST = command({
  input: z.strictObject({ practiceId, ...reminderTextPlace, ...reminderTextFields }),
  run: (context, { subject, body, ...input }) =>
    writeReminderText(context, { ...input, text: { subject, body } }),
  redirectTo: (_, input) => routes.reminderText(input.practiceId, input.language, input.moment),
  notice: () => 'reminder-text-saved',
  formPage: (params) =>
    routes.reminderText(params['practiceId'] ?? '', params['language'] ?? '', params['moment'] ?? ''),
})
