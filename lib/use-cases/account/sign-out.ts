import type { Context } from '#lib/context'
import { endSession, endSessionsOf } from '#lib/data/session'
import { ok, type Result } from '#lib/domain/result'

/** Ends this session, or with `everywhere` every session of the person, on every device. */
export async function signOut(
  context: Context,
  input: { everywhere: boolean },
): Promise<Result<null, never>> {
  if (input.everywhere) await endSessionsOf(context.tx, context.actor.personId)
  else await endSession(context.tx, context.actor.sessionIdHash)
  return ok(null)
}
