import { redirect } from 'next/navigation'
import { ok } from '#lib/domain/result'
import { visitorPageContext } from '#lib/web/page'
import { routes } from '#lib/web/routes'

/** The way in: managers to their practice, everybody else to the own training, strangers to sign-in. */
export default async function HomePage() {
  const { actor } = await visitorPageContext(async () => ok(null))
  if (!actor) redirect(routes.signIn)
  const managed = actor.memberships.find((post) => post.capabilities.includes('manage'))
  redirect(managed ? routes.practice(managed.practiceId) : routes.training)
}
