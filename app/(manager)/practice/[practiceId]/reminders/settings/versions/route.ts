import * as z from 'zod'
import { changeReminderSettings } from '#lib/use-cases/reminders/change-reminder-settings'
import { command } from '#lib/web/command'
import { practiceId } from '#lib/web/practice-fields'
import { reminderSettingsFields } from '#lib/web/reminder-fields'
import { routes } from '#lib/web/routes'

export const POST = command({
  input: z.strictObject({ practiceId, ...reminderSettingsFields }),
  run: changeReminderSettings,
  redirectTo: (_, input) => routes.reminderSettings(input.practiceId),
  notice: () => 'reminder-settings-saved',
  formPage: (params) => routes.reminderSettings(params['practiceId'] ?? ''),
})
