import { matchRecoveryCode } from '#lib/auth/recovery-codes'
import { matchTotp, openTotpSecret } from '#lib/auth/totp'
import type { Context } from '#lib/context'
import {
  findSecondFactor,
  listUnusedRecoveryCodes,
  spendRecoveryCode,
  spendTimeStep,
} from '#lib/data/second-factor'
import { markSecondFactorShown } from '#lib/data/session'
import { ok, type Result, refuse } from '#lib/domain/result'

export type ProveSecondFactorRefusal = 'wrong-code'

/** Lets this session on, with a code from the app or a recovery code. Either works once. */
export async function proveSecondFactor(
  context: Context,
  input: { code: string },
): Promise<Result<null, ProveSecondFactorRefusal>> {
  const proved = (await proveByApp(context, input.code)) || (await proveByRecoveryCode(context, input.code))
  if (!proved) return refuse('wrong-code')
  await markSecondFactorShown(context.tx, context.actor.sessionIdHash, context.now)
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
