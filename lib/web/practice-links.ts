import { routes } from '#lib/web/routes'

/** The pages of a practice that stand in its menu. The outbox is an administrator's. */
export function practiceLinks(practiceId: string, { canAdminister }: { canAdminister: boolean }) {
  const links = [
    { key: 'overview', href: routes.practice(practiceId) },
    { key: 'requirements', href: routes.requirementList(practiceId) },
    { key: 'reminders', href: routes.reminderRecord(practiceId) },
    { key: 'external', href: routes.waitingExternals(practiceId) },
    { key: 'contacts', href: routes.localContacts(practiceId) },
  ] as const
  return canAdminister ? [...links, { key: 'outbox', href: routes.outbox(practiceId) } as const] : links
}
