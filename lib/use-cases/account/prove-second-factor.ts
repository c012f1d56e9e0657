import { newEnrolment } from '#lib/auth/new-enrolment'
import { matchRecoveryCode } from '#lib/auth/recovery-codes'
import { matchTotp, openTotpSecret } from '#lib/auth/totp'
import type { Context } from '#lib/context'
import {
  findSecondFactor,
  listUnusedRecoveryCodes,
  saveNextEnrolment,
  spendRecoveryCode,
  spendTimeStep,
} from '#lib/data/second-factor'
import { endSessionsOf, markSecondFactorShown } from '#lib/data/session'
import { nextFactorSince } from '#lib/domain/access/session-length'
import { ok, type Result, refuse } from '#lib/domain/result'

export type ProveSecondFactorRefusal = 'wrong-code'

type Input = {
  readonly code: string
  /** What the proof is for: this session goes on, or a new phone can be set up in the old one's place. */
  readonly purpose: 'sign-in' | 'replacement'
}

/**
 * Takes a code from the app or a recovery code; either works once. For a replacement, other sessions end and a
 * new secret waits to be confirmed. The old factor holds until then: whoever stops half-way has not lost it, and no password
 * that was long enough only beside a factor ever stands alone.
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
  const { personId } = actor
  await saveNextEnrolment(tx, { personId, ...newEnrolment(context.settings.authSecret, personId) }, now)
  await endSessionsOf(tx, personId, actor.sessionIdHash)
  await markSecondFactorShown(tx, actor.sessionIdHash, now)
  return ok(null)
}

async function proveByApp({ tx, actor, now, settings }: Context, code: string): Promise<boolean> {
  const factor = await findSecondFactor(tx, actor.personId, nextFactorSince(now))
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
