import type { Context } from '#lib/context'
import { insertRefresherWish } from '#lib/data/refresher'
import { ok, type Result } from '#lib/domain/result'

/**
 * Whether the actor wants short reviews, at every practice. It works at once: a message that waits is withdrawn when its turn
 * comes. No practice learns of it.
 */
export async function changeRefresherWish(
  { tx, actor, now }: Context,
  { wanted }: { wanted: boolean },
): Promise<Result<{ wanted: boolean }, never>> {
  await insertRefresherWish(tx, actor.personId, wanted, now)
  return ok({ wanted })
}
