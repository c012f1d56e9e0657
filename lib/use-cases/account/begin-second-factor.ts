import { newEnrolment } from '#lib/auth/new-enrolment'
import type { Context } from '#lib/context'
import { findSecondFactor, saveEnrolment, saveNextEnrolment } from '#lib/data/second-factor'
import { nextFactorSince } from '#lib/domain/access/session-length'
import { ok, type Result, refuse } from '#lib/domain/result'

export type BeginSecondFactorRefusal = 'second-factor-already-on'

/**
 * Makes a secret and recovery codes. They protect nothing until a code from the app confirms them. While a replacement waits
 * for its first code, it can be begun anew; otherwise a factor that is on asks for a code before it is replaced.
 */
export async function beginSecondFactor(context: Context): Promise<Result<null, BeginSecondFactorRefusal>> {
  const { tx, actor, now, settings } = context
  const { personId } = actor
  const factor = await findSecondFactor(tx, personId, nextFactorSince(now))
  const enrolment = { personId, ...newEnrolment(settings.authSecret, personId) }
  if (!factor?.confirmed) {
    await saveEnrolment(tx, enrolment, now)
    return ok(null)
  }
  if (!factor.waiting || actor.secondFactor !== 'proved') return refuse('second-factor-already-on')
  await saveNextEnrolment(tx, enrolment, now)
  return ok(null)
}
