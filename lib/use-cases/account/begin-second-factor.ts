import { newRecoveryCodes } from '#lib/auth/recovery-codes'
import { sealSecret } from '#lib/auth/sealed-secret'
import { newTotpSecret, sealTotpSecret } from '#lib/auth/totp'
import type { Context } from '#lib/context'
import { findSecondFactor, saveEnrolment } from '#lib/data/second-factor'
import { ok, type Result, refuse } from '#lib/domain/result'

export type BeginSecondFactorRefusal = 'second-factor-already-on'

/** Makes a secret and recovery codes. They protect nothing until a code from the app confirms them. */
export async function beginSecondFactor(context: Context): Promise<Result<null, BeginSecondFactorRefusal>> {
  const { tx, actor, now, settings } = context
  if ((await findSecondFactor(tx, actor.personId))?.confirmed) return refuse('second-factor-already-on')
  const sealedFor = {
    authSecret: settings.authSecret,
    purpose: 'recovery-code',
    owner: actor.personId,
  } as const
  const enrolment = {
    personId: actor.personId,
    sealedSecret: sealTotpSecret(newTotpSecret(), settings.authSecret, actor.personId),
    sealedCodes: sealSecret(JSON.stringify(newRecoveryCodes()), sealedFor),
  }
  await saveEnrolment(tx, enrolment, now)
  return ok(null)
}
