import { openEnrolment } from '#lib/auth/new-enrolment'
import { recoveryCodeHash } from '#lib/auth/recovery-codes'
import { matchTotp } from '#lib/auth/totp'
import type { Context } from '#lib/context'
import { findSecondFactor, confirmSecondFactor as storeConfirmation } from '#lib/data/second-factor'
import { endSessionsOf, markSecondFactorShown } from '#lib/data/session'
import { nextFactorSince } from '#lib/domain/access/session-length'
import { invariant } from '#lib/domain/invariant'
import { ok, type Result, refuse } from '#lib/domain/result'

/** A first code has words of its own: its recovery codes do not count yet. */
export type ConfirmSecondFactorRefusal = 'wrong-first-code' | 'second-factor-not-begun'

/**
 * Turns the second factor on with a code from the app. A factor that it replaces, with its recovery codes, opens nothing from
 * then on. Every other session of the person ends.
 */
export async function confirmSecondFactor(
  context: Context,
  input: { code: string },
): Promise<Result<null, ConfirmSecondFactorRefusal>> {
  const { tx, actor, now, settings } = context
  const { personId } = actor
  const factor = await findSecondFactor(tx, personId, nextFactorSince(now))
  // Whoever knows the password alone must not put their own phone in the place of a factor that is on.
  const mayReplace = !factor?.confirmed || actor.secondFactor === 'proved'
  if (!factor?.waiting || !mayReplace) return refuse('second-factor-not-begun')
  const { secret, recoveryCodes } = openEnrolment(factor.waiting, settings.authSecret, personId)
  const step = await matchTotp(secret, input.code, Date.parse(now))
  if (!step.ok) return refuse('wrong-first-code')
  const hashes = recoveryCodes.map((code) => recoveryCodeHash(code, settings.authSecret, personId))
  invariant(!hashes.includes(undefined), 'the sealed recovery codes are recovery codes')
  const codeHashes = hashes.filter((hash) => hash !== undefined)
  await storeConfirmation(tx, personId, { timeStep: step.value, codeHashes }, now)
  await markSecondFactorShown(tx, actor.sessionIdHash, now)
  await endSessionsOf(tx, personId, actor.sessionIdHash)
  return ok(null)
}
