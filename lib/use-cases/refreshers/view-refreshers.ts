import type { Context } from '#lib/context'
import { findRefresherWish, listOwnRefreshers, type OwnRefresher } from '#lib/data/refresher'
import { postsOf } from '#lib/domain/access/actor'
import { ok, type Result } from '#lib/domain/result'

export type RefreshersView = {
  readonly isWanted: boolean
  /** The newest first. */
  readonly refreshers: readonly OwnRefresher[]
}

/** What the actor was offered, at every practice, and whether they want to be. */
export async function viewRefreshers({ tx, actor }: Context): Promise<Result<RefreshersView, 'not-found'>> {
  const { wanted } = await findRefresherWish(tx, actor.personId)
  return ok({ isWanted: wanted, refreshers: await listOwnRefreshers(tx, postsOf(actor)) })
}
