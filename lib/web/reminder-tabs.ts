import { routes } from '#lib/web/routes'

/** The pages of a practice about reminders. */
export function reminderTabs(practiceId: string) {
  return [
    { key: 'record', href: routes.reminderRecord(practiceId) },
    { key: 'now', href: routes.newReminders(practiceId) },
    { key: 'settings', href: routes.reminderSettings(practiceId) },
  ] as const
}
