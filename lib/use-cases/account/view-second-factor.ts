import { openSecret } from '#lib/auth/sealed-secret'
import { openTotpSecret, totpAddress } from '#lib/auth/totp'
import type { Context } from '#lib/context'
import { findSecondFactor } from '#lib/data/second-factor'
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
    }

/** Where the actor's second factor stands. The secret and the codes are shown only until it is confirmed. */
export async function viewSecondFactor(context: Context): Promise<Result<SecondFactorView, never>> {
  const { actor, settings } = context
  const factor = await findSecondFactor(context.tx, actor.personId)
  if (!factor) return ok({ kind: 'off' })
  if (factor.confirmed || factor.sealedCodes === null) return ok({ kind: 'on' })
  const secret = openTotpSecret(factor.sealedSecret, settings.authSecret, actor.personId)
  const codes: string[] = JSON.parse(
    openSecret(factor.sealedCodes, {
      authSecret: settings.authSecret,
      purpose: 'recovery-code',
      owner: actor.personId,
    }),
  )
  const label = actor.emailAddress ?? actor.personId
  return ok({
    kind: 'enrolling',
    qr: qrPath(totpAddress({ issuer: 'Training', label, secret })),
    secret: groupReadable(secret, 4).replaceAll('-', ' '),
    recoveryCodes: codes,
  })
}
