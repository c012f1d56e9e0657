import type { Capability } from '#lib/domain/access/actor'
import type { Params } from '#lib/web/command-shape'
import { practiceLinks, quizLinks } from '#lib/web/practice-links'
import { routes } from '#lib/web/routes'

/** The menu of the pages about what a practice writes itself. */
export function authoringLinks(practiceId: string, capabilities: readonly Capability[]) {
  const authoring = { key: 'authoring', href: routes.authoring(practiceId) } as const
  if (capabilities.includes('manage')) {
    return [...practiceLinks(practiceId, { canAdminister: capabilities.includes('administer') }), authoring]
  }
  return [authoring, ...quizLinks(practiceId, capabilities)]
}

export const draftPage = ({ practiceId = '', draftId = '' }: Params) => routes.draft(practiceId, draftId)
