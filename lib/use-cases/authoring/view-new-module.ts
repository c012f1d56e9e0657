import type { Context } from '#lib/context'
import { type Membership, membershipWith } from '#lib/domain/access/actor'
import { ok, type Result, refuse } from '#lib/domain/result'

/** Who may begin a module, and where. */
export async function viewNewModule(
  { actor }: Context,
  { practiceId }: { practiceId: string },
): Promise<Result<Pick<Membership, 'practiceId' | 'practiceName' | 'capabilities'>, 'not-found'>> {
  const post = membershipWith(actor, practiceId, 'author')
  return post ? ok(post) : refuse('not-found')
}
