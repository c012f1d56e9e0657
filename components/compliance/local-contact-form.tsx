import { getTranslations } from 'next-intl/server'
import { type Returned, TextField } from '#components/form/form-parts'
import { TextArea } from '#components/form/text-area'
import type { LocalDate } from '#lib/domain/calendar'
import type { LocalContact } from '#lib/domain/curriculum/local-contacts'

type LocalContactFormProps = {
  readonly action: string
  /** What stands here now. */
  readonly current: LocalContact | null
  readonly today: LocalDate
  readonly returned: Returned
}

const fields = ['name', 'phone', 'hours'] as const

export async function LocalContactForm({ action, current, today, returned }: LocalContactFormProps) {
  const t = await getTranslations('practice')
  return (
    <form action={action} className="space-y-5" method="post" noValidate>
      <input name="after" type="hidden" value={current?.version ?? 0} />
      {fields.map((name) => (
        <TextField
          autoComplete="off"
          defaultValue={current?.[name]}
          hint={t(`contacts.${name}Hint`)}
          key={name}
          label={t(`contacts.${name}`)}
          name={name}
          returned={returned}
        />
      ))}
      <TextArea
        defaultValue={current?.note ?? undefined}
        hint={t('contacts.noteHint')}
        label={t('contacts.note')}
        name="note"
        returned={returned}
      />
      <TextField
        defaultValue={today}
        hint={t('contacts.checkedOnHint')}
        label={t('contacts.checkedOn')}
        name="checkedOn"
        returned={returned}
        type="date"
      />
      <button className="button" type="submit">
        {t('contacts.save')}
      </button>
      <p className="text-muted text-sm">{t('contacts.saveHint')}</p>
    </form>
  )
}
