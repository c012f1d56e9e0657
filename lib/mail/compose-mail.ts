import { createTranslator } from 'next-intl'
import type { Language } from '#lib/domain/language'
import { mailWords } from '#lib/mail/mail-words'

/** What stands in a mail about a draft: never what the draft is about. */
type DraftMail = { name: string; practice: string; link: string }

type MailValues = {
  invitation: { name: string; practice: string; link: string; days: number }
  reset: { name: string; link: string; minutes: number }
  outsideReview: { name: string; practice: string; link: string; days: number }
  draftToReview: DraftMail
  draftApproved: DraftMail
  draftChangesAsked: DraftMail
  draftPublished: DraftMail
  draftHeldBack: DraftMail
  /** Counts of people and requirements, never names: a mail list is read over a shoulder. */
  digest: {
    name: string
    practice: string
    late: number
    grace: number
    soon: number
    current: number
    /** Messages that could not be delivered. */
    failed: number
    link: string
  }
  /** `settings`: where somebody switches such messages off. */
  refresher: { name: string; practice: string; link: string; settings: string }
}

export type ComposedMail = { readonly subject: string; readonly body: string }

/** Subject and plain text, in the reader's language. Subjects are neutral: a mail list is read over a shoulder. */
export function composeMail<Kind extends keyof MailValues>(
  kind: Kind,
  language: Language,
  values: MailValues[Kind],
): ComposedMail {
  const t = createTranslator({ locale: language, messages: mailWords[language] })
  return {
    subject: t(`${kind}.subject` as 'reset.subject'),
    body: t(`${kind}.body` as 'reset.body', values as never).replace(/\n{3,}/g, '\n\n'),
  }
}
