import type { ChangeReminderSettingsRefusal } from '#lib/use-cases/reminders/change-reminder-settings'
import type { PauseRemindersRefusal } from '#lib/use-cases/reminders/pause-reminders'
import type { SendTestReminderRefusal } from '#lib/use-cases/reminders/send-test-reminder'
import type { WriteReminderTextRefusal } from '#lib/use-cases/reminders/write-reminder-text'

export type ReminderRefusal =
  | ChangeReminderSettingsRefusal
  | PauseRemindersRefusal
  | SendTestReminderRefusal
  | WriteReminderTextRefusal

/** The field that a refusal is about, where there is one. */
export const reminderFields: Partial<Record<ReminderRefusal, string>> = {
  'days-before-invalid': 'daysBefore',
  'quiet-hours-too-long': 'quietFrom',
  'subject-missing': 'subject',
  'subject-not-one-line': 'subject',
  'subject-placeholder-unknown': 'subject',
  'subject-not-neutral': 'subject',
  'body-missing': 'body',
  'body-placeholder-unknown': 'body',
  'body-brace-open': 'body',
  'body-without-link': 'body',
  'body-not-neutral': 'body',
  'pause-over-already': 'pauseThrough',
  'pause-too-long': 'pauseThrough',
}
