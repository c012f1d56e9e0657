import { chainEntries } from '#lib/audit/chain-entries'
import { newOneTimeToken, oneTimeTokenHash } from '#lib/auth/one-time-token'
import type { VisitorContext } from '#lib/context'
import { appendAudit } from '#lib/data/audit'
import { enterFromOutside, spendOutsideLink } from '#lib/data/outside-reviewer'
import { enterPractice } from '#lib/data/scope'
import { outsideMinutes } from '#lib/domain/access/session-length'
import { addMinutes } from '#lib/domain/calendar'
import { ok, type Result, refuse } from '#lib/domain/result'

export type AcceptOutsideInvitationRefusal = 'link-over'

/** Uses the link up for a key that this browser alone holds, and that opens the one draft for fourteen days at most. */
export async function acceptOutsideInvitation(
  { tx, now }: VisitorContext,
  { token }: { readonly token: string },
): Promise<Result<{ readonly accessToken: string }, AcceptOutsideInvitationRefusal>> {
  const link = oneTimeTokenHash(token)
  const reader = link && (await enterFromOutside(tx, { link }, now))
  if (!reader) return refuse('link-over')
  const { token: accessToken, tokenHash: accessHash } = newOneTimeToken()
  const endsAt = addMinutes(now, outsideMinutes)
  if (!(await spendOutsideLink(tx, reader, { accessHash, endsAt }, now))) return refuse('link-over')
  const { practiceId, draftId, reviewerId } = reader
  // The chain is the practice's: only its last link is read, and nothing comes after it.
  await enterPractice(tx, practiceId)
  const deed = { kind: 'outside-reviewer-entered', draftId, reviewerId } as const
  await appendAudit(tx, practiceId, chainEntries({ actorPersonId: null, recordedAt: now }, [deed]))
  return ok({ accessToken })
}
