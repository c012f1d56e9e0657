import { openEnrolment } from '#lib/auth/new-enrolment'
import { totpAddress } from '#lib/auth/totp'
import type { Context } from '#lib/context'
import { findSecondFactor } from '#lib/data/second-factor'
import { nextFactorSince } from '#lib/domain/access/session-length'
import { groupReadable } from '#lib/domain/readable-code'
import { ok, type Result } from '#lib/domain/result'
import { type QrPath, qrPath } from '#lib/system/qr-path'

export type SecondFactorView =
  | { readonly kind: 'off' }
  | { readonly kind: 'on' }
  | {
      readonly kind: 'enrolling'
      /** The `otpauth://…` address. */
      readonly qr: QrPath
      /** The secret in base 32, in groups of four, for typing by hand. */
      readonly secret: string
      readonly recoveryCodes: readonly string[]
      /** Whether another factor is on until this one is confirmed. */
      readonly replaces: boolean
    }

/** Where the actor's second factor stands. The secret and the codes are shown only until it is confirmed. */
export async function viewSecondFactor(context: Context): Promise<Result<SecondFactorView, never>> {
  const { actor, settings, now } = context
  const { personId } = actor
  const factor = await findSecondFactor(context.tx, personId, nextFactorSince(now))
  if (!factor) return ok({ kind: 'off' })
  // The next key is for the session that showed a code of the old one, and not for a password alone.
  const mayShow = !factor.confirmed || actor.secondFactor === 'proved'
  if (!factor.waiting || !mayShow) return ok({ kind: factor.confirmed ? 'on' : 'off' })
  const { secret, recoveryCodes } = openEnrolment(factor.waiting, settings.authSecret, personId)
  const label = actor.emailAddress ?? personId
  return ok({
    kind: 'enrolling',
    qr: qrPath(totpAddress({ issuer: 'Training', label, secret })),
    secret: groupReadable(secret, 4).replaceAll('-', ' '),
    recoveryCodes,
    replaces: factor.confirmed,
  })
}
