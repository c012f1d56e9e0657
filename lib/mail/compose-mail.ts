import { createTranslator } from 'next-intl'
import words from './messages/en.json' with { type: 'json' }

type MailValues = {
  invitation: { name: string; practice: string; link: string; days: number }
  reset: { name: string; link: string; minutes: number }
  reminder: { name: string; practice: string; dueOn: string; link: string }
}

export type ComposedMail = { readonly subject: string; readonly body: string }

/** Subject and plain text. Subjects are neutral: a mail list is read over a shoulder. */
export function composeMail<Kind extends keyof MailValues>(
  kind: Kind,
  values: MailValues[Kind],
): ComposedMail {
  const t = createTranslator({ locale: 'en', messages: words })
  return {
    subject: t(`${kind}.subject` as 'reset.subject'),
    body: t(`${kind}.body` as 'reset.body', values as never),
  }
}
