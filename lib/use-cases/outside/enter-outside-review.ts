import { oneTimeTokenHash } from '#lib/auth/one-time-token'
import type { OutsideContext, VisitorContext } from '#lib/context'
import { enterFromOutside } from '#lib/data/outside-reviewer'

/** Opens the transaction for the one draft that this key opens. Undefined where it opens none, or none any more. */
export async function enterOutsideReview(
  context: VisitorContext,
  accessToken: string | undefined,
): Promise<OutsideContext | undefined> {
  const access = accessToken && oneTimeTokenHash(accessToken)
  const reader = access ? await enterFromOutside(context.tx, { access }, context.now) : undefined
  return reader && { ...context, reader }
}
