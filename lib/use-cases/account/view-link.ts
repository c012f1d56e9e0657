import { oneTimeTokenHash } from '#lib/auth/one-time-token'
import type { VisitorContext } from '#lib/context'
import { findLink, type LinkKind } from '#lib/data/one-time-link'
import { findAddress, hasPassword } from '#lib/data/person'
import { ok, type Result, refuse } from '#lib/domain/result'

export type LinkView = { readonly emailAddress: string | null; readonly hasPassword: boolean }

/** What the page behind a one-time link says. Looking uses nothing up: mail scanners open links too. */
export async function viewLink(
  { tx, now }: VisitorContext,
  input: { kind: LinkKind; token: string },
): Promise<Result<LinkView, 'not-found'>> {
  const tokenHash = oneTimeTokenHash(input.token)
  const target = tokenHash && (await findLink(tx, input.kind, tokenHash, now))
  if (!target) return refuse('not-found')
  if (!target.personId) return ok({ emailAddress: null, hasPassword: false })
  return ok({
    emailAddress: await findAddress(tx, target.personId),
    hasPassword: await hasPassword(tx, target.personId),
  })
}
