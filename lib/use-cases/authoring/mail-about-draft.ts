import type { VisitorContext } from '#lib/context'
import { findDraft } from '#lib/data/authored'
import { type DraftMailReader, listDraftMailReaders } from '#lib/data/draft-mail'
import { insertMails } from '#lib/data/mail'
import { findPracticePlace } from '#lib/data/practice'
import type { DraftEvent } from '#lib/domain/authoring/draft-state'
import { localDateAt } from '#lib/domain/calendar'
import type { PracticeId } from '#lib/domain/ids'
import { composeMail } from '#lib/mail/compose-mail'

type Deeds = Pick<VisitorContext, 'tx' | 'now' | 'settings'>

type Telling = {
  readonly to: 'author' | 'review'
  readonly words: DraftWords
  /** Beacon did it on a day that was planned: whoever planned it is told, too. */
  readonly isByPlan?: true
}
type DraftWords = 'draftToReview' | 'draftApproved' | 'draftChangesAsked' | 'draftPublished' | 'draftHeldBack'

/** Whom a deed is told to, and by which words. What nobody waits for is told to nobody. */
const tellings: Partial<Record<DraftEvent['kind'], Telling>> = {
  'sent-to-review': { to: 'review', words: 'draftToReview' },
  approved: { to: 'author', words: 'draftApproved' },
  'changes-asked': { to: 'author', words: 'draftChangesAsked' },
  published: { to: 'author', words: 'draftPublished', isByPlan: true },
  'held-back': { to: 'author', words: 'draftHeldBack', isByPlan: true },
}

/**
 * Mails what was done with a draft last to those who go on with it: what is sent to review to whoever may review and wrote
 * nothing of it, the rest to its authors, but not to whoever did it. The words name no subject, since a list of mail is read over a shoulder. Without a mail server, and in a demonstration,
 * nobody is written to: it would be old before anybody read it.
 */
export async function mailAboutDraft(
  { tx, now, settings }: Deeds,
  practiceId: PracticeId,
  draftId: string,
): Promise<void> {
  const place = settings.smtpUrl ? await findPracticePlace(tx, practiceId) : undefined
  const draft = await findDraft(tx, practiceId, draftId)
  const event = draft?.events.at(-1)
  const telling = event && tellings[event.kind]
  if (!place || place.isDemo || !draft || !telling) return
  const today = localDateAt(now, place.timeZone)
  const authors = draft.authors.map(({ id }) => id)
  const readers = await listDraftMailReaders(tx, practiceId, telling.to, today)
  const concerned = readers.filter(
    ({ staffMemberId }) =>
      (staffMemberId !== event.by || telling.isByPlan) &&
      authors.includes(staffMemberId) === (telling.to === 'author'),
  )
  const link = `${settings.origin}/authoring/${practiceId}/drafts/${draftId}`
  const mailTo = ({ personId, name, emailAddress, language }: DraftMailReader) => ({
    kind: 'draft' as const,
    personId,
    toName: name,
    toAddress: emailAddress,
    ...composeMail(telling.words, language, { name, practice: place.practiceName, link }),
  })
  await insertMails(tx, practiceId, concerned.map(mailTo), now)
}
