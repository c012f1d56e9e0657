import type { Context } from '#lib/context'
import { type Accommodation, listAccommodations } from '#lib/data/time-accommodation'
import { postsOf } from '#lib/domain/access/actor'
import type { StaffMemberId } from '#lib/domain/ids'
import { ok, type Result } from '#lib/domain/result'

/** By the actor's post: where somebody recorded that they have more time at quizzes. */
export type AccountView = { readonly accommodations: ReadonlyMap<StaffMemberId, Accommodation> }

/** What the actor's practices recorded about them that stands on no other page of theirs. */
export async function viewAccount({ tx, actor }: Context): Promise<Result<AccountView, never>> {
  return ok({ accommodations: await listAccommodations(tx, postsOf(actor)) })
}
