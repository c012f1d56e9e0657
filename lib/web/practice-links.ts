import type { Capability } from '#lib/domain/access/actor'
import { routes } from '#lib/web/routes'

/** The pages of a practice that stand in its menu. The outbox and the network are an administrator's. */
export function practiceLinks(practiceId: string, { canAdminister }: { canAdminister: boolean }) {
  const links = [
    { key: 'overview', href: routes.practice(practiceId) },
    { key: 'requirements', href: routes.requirementList(practiceId) },
    { key: 'reminders', href: routes.reminderRecord(practiceId) },
    { key: 'external', href: routes.waitingExternals(practiceId) },
    { key: 'contacts', href: routes.localContacts(practiceId) },
    { key: 'quizzes', href: routes.regrades(practiceId) },
  ] as const
  const administered = [
    { key: 'outbox', href: routes.outbox(practiceId) },
    { key: 'network', href: routes.practiceNetwork(practiceId) },
  ] as const
  return canAdminister ? [...links, ...administered] : links
}

/** The same for the pages about quizzes, which also open to people who manage nothing: then they stand alone in the menu. */
export function quizLinks(practiceId: string, capabilities: readonly Capability[]) {
  if (capabilities.includes('manage')) {
    return practiceLinks(practiceId, { canAdminister: capabilities.includes('administer') })
  }
  const isReviewer = capabilities.includes('review')
  const href = isReviewer ? routes.regrades(practiceId) : routes.statistics(practiceId)
  return [{ key: 'quizzes', href } as const]
}

/** The pages about quizzes that this post opens. */
export function quizTabs(practiceId: string, capabilities: readonly Capability[]) {
  const has = (...wanted: Capability[]) => wanted.some((capability) => capabilities.includes(capability))
  const regrades = { key: 'regrades', href: routes.regrades(practiceId) } as const
  const statistics = { key: 'statistics', href: routes.statistics(practiceId) } as const
  return [...(has('review', 'manage') ? [regrades] : []), ...(has('author', 'review') ? [statistics] : [])]
}
