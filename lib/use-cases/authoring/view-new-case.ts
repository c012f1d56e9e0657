import type { Context } from '#lib/context'
import { listTeachingModules, type TeachingModule } from '#lib/data/own-case-library'
import { type Membership, membershipWith } from '#lib/domain/access/actor'
import { ok, type Result, refuse } from '#lib/domain/result'

export type NewCaseView = Pick<Membership, 'practiceId' | 'practiceName' | 'capabilities'> & {
  /** Whose objectives the case can exercise. */
  readonly modules: readonly TeachingModule[]
}

/** Who may begin a case, and what it can exercise. */
export async function viewNewCase(
  { tx, actor }: Context,
  { practiceId: wanted }: { practiceId: string },
): Promise<Result<NewCaseView, 'not-found'>> {
  const post = membershipWith(actor, wanted, 'author')
  if (!post) return refuse('not-found')
  const { practiceId, practiceName, capabilities } = post
  const modules = await listTeachingModules(tx, practiceId)
  return ok({ practiceId, practiceName, capabilities, modules })
}
