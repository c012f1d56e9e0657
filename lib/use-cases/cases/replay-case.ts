import type { Context } from '#lib/context'
import { findPlay, openReplay } from '#lib/data/case-play'
import { postsOf } from '#lib/domain/access/actor'
import type { PlayId } from '#lib/domain/ids'
import { ok, type Result, refuse } from '#lib/domain/result'

/**
 * Begins a case that was played to an end once more, as practice: in the same version and turn, and nothing that counts
 * changes by it. Where such a play is under way, it goes on.
 */
export async function replayCase(
  { tx, actor, now }: Context,
  input: { playId: PlayId },
): Promise<Result<{ playId: PlayId }, 'not-found'>> {
  const play = await findPlay(tx, postsOf(actor), input.playId)
  if (!play?.choices.at(-1)?.isLast) return refuse('not-found')
  return ok({ playId: await openReplay(tx, actor.personId, play, now) })
}
