import { randomUUID } from 'node:crypto'
import { chainEntries } from '#lib/audit/chain-entries'
import { newOneTimeToken } from '#lib/auth/one-time-token'
import type { Context } from '#lib/context'
import { appendAudit } from '#lib/data/audit'
import { findDraft } from '#lib/data/authored'
import { lockDraft } from '#lib/data/draft'
import { insertMail } from '#lib/data/mail'
import { insertOutsideReviewer, listOutsideReviewers, mostOutsideReviewers } from '#lib/data/outside-reviewer'
import { membershipWith } from '#lib/domain/access/actor'
import { outsideMinutes } from '#lib/domain/access/session-length'
import { draftState } from '#lib/domain/authoring/draft-state'
import { addMinutes } from '#lib/domain/calendar'
import type { OutsideReviewerId } from '#lib/domain/ids'
import type { Language } from '#lib/domain/language'
import { ok, type Result, refuse } from '#lib/domain/result'
import { composeMail } from '#lib/mail/compose-mail'

export type InviteOutsideReviewerRefusal = 'not-found' | 'draft-not-in-review' | 'outside-reviewers-full'

type Input = {
  readonly practiceId: string
  readonly draftId: string
  readonly name: string
  readonly emailAddress: string
  /** What they are to the text, in the author's words; null where nobody said. */
  readonly role: string | null
  /** What they are written to in. */
  readonly language: Language
}

/** Asks somebody without an account to read a draft that is in review: a one-time link in the outbox. */
export async function inviteOutsideReviewer(
  { tx, now, actor, settings }: Context,
  { practiceId: wanted, draftId, language, ...invited }: Input,
): Promise<Result<null, InviteOutsideReviewerRefusal>> {
  const post = membershipWith(actor, wanted, 'author')
  if (!post) return refuse('not-found')
  const { practiceId, practiceName, staffMemberId: invitedBy } = post
  await lockDraft(tx, practiceId, draftId)
  const draft = await findDraft(tx, practiceId, draftId)
  if (!draft) return refuse('not-found')
  if (draftState(draft.events, draft.filesHash).kind !== 'in-review') return refuse('draft-not-in-review')
  const before = await listOutsideReviewers(tx, practiceId, draftId)
  if (before.length >= mostOutsideReviewers) return refuse('outside-reviewers-full')
  const { token, tokenHash } = newOneTimeToken()
  const id = randomUUID() as OutsideReviewerId
  const afterEvent = draft.events.at(-1)?.number ?? 0
  const linkExpiresAt = addMinutes(now, outsideMinutes)
  const reviewer = { id, draftId, ...invited, afterEvent, invitedBy, tokenHash, linkExpiresAt }
  await insertOutsideReviewer(tx, practiceId, reviewer, now)
  const link = `${settings.origin}/outside-review/${token}`
  const words = composeMail('outsideReview', language, {
    name: invited.name,
    practice: practiceName,
    link,
    days: 14,
  })
  const to = { personId: null, toName: invited.name, toAddress: invited.emailAddress }
  await insertMail(tx, practiceId, { kind: 'outside-review', ...to, ...words }, now)
  const deed = { kind: 'outside-reviewer-invited', draftId, reviewerId: id } as const
  await appendAudit(tx, practiceId, chainEntries({ actorPersonId: actor.personId, recordedAt: now }, [deed]))
  return ok(null)
}
