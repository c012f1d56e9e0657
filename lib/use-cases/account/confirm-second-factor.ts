import { recoveryCodeHash } from '#lib/auth/recovery-codes'
import { openSecret } from '#lib/auth/sealed-secret'
import { matchTotp, openTotpSecret } from '#lib/auth/totp'
import type { Context } from '#lib/context'
import {
  findSecondFactor,
  spendTimeStep,
  confirmSecondFactor as storeConfirmation,
} from '#lib/data/second-factor'
import { endSessionsOf, markSecondFactorShown } from '#lib/data/session'
import { invariant } from '#lib/domain/invariant'
import { ok, type Result, refuse } from '#lib/domain/result'

export type ConfirmSecondFactorRefusal = 'wrong-code' | 'second-factor-not-begun'

/** Turns the second factor on with a code from the app. Every other session of the person ends. */
export async function confirmSecondFactor(
  context: Context,
  input: { code: string },
): Promise<Result<null, ConfirmSecondFactorRefusal>> {
  const { tx, actor, now, settings } = context
  const factor = await findSecondFactor(tx, actor.personId)
  if (!factor || factor.confirmed || factor.sealedCodes === null) return refuse('second-factor-not-begun')
  const secret = openTotpSecret(factor.sealedSecret, settings.authSecret, actor.personId)
  const step = await matchTotp(secret, input.code, Date.parse(now))
  if (!step.ok || !(await spendTimeStep(tx, actor.personId, step.value))) return refuse('wrong-code')
  const sealedFor = {
    authSecret: settings.authSecret,
    purpose: 'recovery-code',
    owner: actor.personId,
  } as const
  const codes: string[] = JSON.parse(openSecret(factor.sealedCodes, sealedFor))
  const hashes = codes.map((code) => recoveryCodeHash(code, settings.authSecret, actor.personId))
  invariant(!hashes.includes(undefined), 'the sealed recovery codes are recovery codes')
  await storeConfirmation(
    tx,
    actor.personId,
    hashes.filter((hash) => hash !== undefined),
    now,
  )
  await markSecondFactorShown(tx, actor.sessionIdHash, now)
  await endSessionsOf(tx, actor.personId, actor.sessionIdHash)
  return ok(null)
}
