import { oneTimeTokenHash } from '#lib/auth/one-time-token'
import type { VisitorContext } from '#lib/context'
import { findLink, type LinkKind } from '#lib/data/one-time-link'
import { findAddress, hasPassword } from '#lib/data/person'
import { findPracticeName } from '#lib/data/practice'
import { enterPractice } from '#lib/data/scope'
import type { PracticeId } from '#lib/domain/ids'
import { ok, type Result, refuse } from '#lib/domain/result'

export type LinkView = {
  readonly emailAddress: string | null
  readonly hasPassword: boolean
  /** Of an invitation: whose it is, which its holder knows from the mail. */
  readonly practiceName: string | null
}

/** What the page behind a one-time link says. Looking uses nothing up: mail scanners open links too. */
export async function viewLink(
  { tx, now }: VisitorContext,
  input: { kind: LinkKind; token: string },
): Promise<Result<LinkView, 'not-found'>> {
  const tokenHash = oneTimeTokenHash(input.token)
  const target = tokenHash && (await findLink(tx, input.kind, tokenHash, now))
  if (!target) return refuse('not-found')
  const { personId, practiceId } = target
  return ok({
    emailAddress: personId && (await findAddress(tx, personId)),
    hasPassword: personId !== null && (await hasPassword(tx, personId)),
    practiceName: practiceId && (await practiceNameOf(tx, practiceId)),
  })
}

async function practiceNameOf(tx: VisitorContext['tx'], practiceId: PracticeId): Promise<string | null> {
  await enterPractice(tx, practiceId)
  return findPracticeName(tx, practiceId)
}
