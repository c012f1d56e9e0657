import type { Context } from '#lib/context'
import { listLicenceFacts } from '#lib/data/licence'
import { postsOf } from '#lib/domain/access/actor'
import { licencesFrom, type OwnLicence, ownLicence } from '#lib/domain/people/licences'
import { ok, type Result, refuse } from '#lib/domain/result'

/** One licence of the actor's own, at any of their practices. */
export async function viewOwnLicence(
  { tx, actor }: Context,
  { licenceId }: { licenceId: string },
): Promise<Result<OwnLicence, 'not-found'>> {
  const facts = await listLicenceFacts(tx, postsOf(actor))
  const all = [...facts.values()].flatMap(licencesFrom)
  const found = all.find(({ id }) => id === licenceId)
  return found ? ok(ownLicence(found)) : refuse('not-found')
}
