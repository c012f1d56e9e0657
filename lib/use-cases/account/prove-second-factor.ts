import { matchRecoveryCode } from '#lib/auth/recovery-codes'
import { matchTotp, openTotpSecret } from '#lib/auth/totp'
import type { Context } from '#lib/context'
import {
  deleteSecondFactor,
  findSecondFactor,
  listUnusedRecoveryCodes,
  spendRecoveryCode,
  spendTimeStep,
} from '#lib/data/second-factor'
import { endSessionsOf, markSecondFactorGone, markSecondFactorShown } from '#lib/data/session'
import { ok, type Result, refuse } from '#lib/domain/result'

export type ProveSecondFactorRefusal = 'wrong-code'

type Input = {
  readonly code: string
  /** What the proof is for: this session goes on, or the factor goes away so that a new phone can be set up. */
  readonly purpose: 'sign-in' | 'replacement'
}

/**
 * Takes a code from the app or a recovery code; either works once. For a replacement, the old factor and its codes are gone
 * afterwards, other sessions end, and whoever needs a factor is led to a new one before any other page.
 */
export async function proveSecondFactor(
  context: Context,
  input: Input,
): Promise<Result<null, ProveSecondFactorRefusal>> {
  const { tx, actor, now } = context
  const proved = (await proveByApp(context, input.code)) || (await proveByRecoveryCode(context, input.code))
  if (!proved) return refuse('wrong-code')
  if (input.purpose === 'sign-in') {
    await markSecondFactorShown(tx, actor.sessionIdHash, now)
    return ok(null)
  }
  await deleteSecondFactor(tx, actor.personId)
  await endSessionsOf(tx, actor.personId, actor.sessionIdHash)
  await markSecondFactorGone(tx, actor.sessionIdHash)
  return ok(null)
}

async function proveByApp({ tx, actor, now, settings }: Context, code: string): Promise<boolean> {
  const factor = await findSecondFactor(tx, actor.personId)
  if (!factor?.confirmed) return false
  const secret = openTotpSecret(factor.sealedSecret, settings.authSecret, actor.personId)
  const step = await matchTotp(secret, code, Date.parse(now))
  return step.ok && (await spendTimeStep(tx, actor.personId, step.value))
}

async function proveByRecoveryCode({ tx, actor, now, settings }: Context, code: string): Promise<boolean> {
  const unused = await listUnusedRecoveryCodes(tx, actor.personId)
  const hash = matchRecoveryCode(code, unused, settings.authSecret, actor.personId)
  return hash !== undefined && (await spendRecoveryCode(tx, actor.personId, hash, now))
}
