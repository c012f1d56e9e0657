import { getTranslations } from 'next-intl/server'
import { type Returned, TextField } from '#components/form/form-parts'
import { TextArea } from '#components/form/text-area'
import { placeholders, type ReminderText } from '#lib/domain/mail/reminder-text'

type ReminderTextFormProps = {
  readonly action: string
  /** Null where Beacon's words stand already. */
  readonly actionToDefault: string | null
  readonly text: ReminderText
  readonly version: number
  readonly returned: Returned
}

/** Each placeholder as it is written in a text. */
const written = Object.fromEntries(placeholders.map((name) => [name, `{${name}}`]))

export async function ReminderTextForm({
  action,
  actionToDefault,
  text,
  version,
  returned,
}: ReminderTextFormProps) {
  const t = await getTranslations('reminders')
  return (
    <>
      <form action={action} className="space-y-5" method="post" noValidate>
        <input name="after" type="hidden" value={version} />
        <p className="max-w-prose">{t('text.intro')}</p>
        <TextField
          autoComplete="off"
          defaultValue={text.subject}
          hint={t('text.subjectHint', written as never)}
          label={t('text.subject')}
          name="subject"
          returned={returned}
        />
        <TextArea
          defaultValue={text.body}
          hint={t('text.bodyHint', written as never)}
          label={t('text.body')}
          name="body"
          returned={returned}
          rows={10}
        />
        <button className="button" type="submit">
          {t('text.save')}
        </button>
      </form>
      {actionToDefault && (
        <form action={actionToDefault} className="mt-4" method="post">
          <input name="after" type="hidden" value={version} />
          <button className="button-quiet" type="submit">
            {t('text.useDefault')}
          </button>
        </form>
      )}
    </>
  )
}
