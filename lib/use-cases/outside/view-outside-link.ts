import { oneTimeTokenHash } from '#lib/auth/one-time-token'
import type { VisitorContext } from '#lib/context'
import { enterFromOutside } from '#lib/data/outside-reviewer'
import { ok, type Result, refuse } from '#lib/domain/result'

type OutsideLinkView = {
  /** Whoever holds the link knows both from the mail. */
  readonly practiceName: string
  readonly name: string
}

/** What the page behind the link of an outside reviewer says. Looking uses nothing up: mail scanners open links too. */
export async function viewOutsideLink(
  { tx, now }: VisitorContext,
  { token }: { readonly token: string },
): Promise<Result<OutsideLinkView, 'not-found'>> {
  const link = oneTimeTokenHash(token)
  const reader = link && (await enterFromOutside(tx, { link }, now))
  return reader ? ok({ practiceName: reader.practiceName, name: reader.name }) : refuse('not-found')
}
