import type { Context } from '#lib/context'
import { deleteFeed } from '#lib/data/calendar-feed'
import { ok, type Result } from '#lib/domain/result'

/** Turns the actor's calendar off: its address leads nowhere from now on. */
export async function endFeed({ tx, actor }: Context): Promise<Result<null, never>> {
  await deleteFeed(tx, actor.personId)
  return ok(null)
}
