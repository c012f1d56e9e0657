import { getTranslations } from 'next-intl/server'
import { type Returned, SelectField, TextField } from '#components/form/form-parts'

type OutsideFormProps = {
  readonly action: string
  readonly isInReview: boolean
  /** Somebody more may be invited now. */
  readonly isOpen: boolean
  readonly language: string
  readonly returned: Returned
}

/** Asks somebody without an account to read the draft, or says why that cannot be done now; what was typed stays. */
export async function OutsideForm({ action, isInReview, isOpen, language, returned }: OutsideFormProps) {
  const t = await getTranslations('outside')
  const why = !isOpen && <p className="card mb-6 max-w-prose">{t(isInReview ? 'full' : 'notInReview')}</p>
  if (why && returned.problems.length === 0) return why
  const choices = (['en', 'es'] as const).map((value) => ({ value, label: t(`languages.${value}`) }))
  return (
    <section aria-labelledby="invite">
      {why}
      <h2 className="mb-3 text-xl" id="invite">
        {t('form.title')}
      </h2>
      <form action={action} className="space-y-5" method="post" noValidate>
        <TextField
          autoComplete="off"
          hint={t('form.nameHint')}
          label={t('form.name')}
          name="outsideName"
          returned={returned}
        />
        <TextField
          autoComplete="off"
          hint={t('form.emailHint')}
          label={t('form.emailAddress')}
          name="emailAddress"
          returned={returned}
          type="email"
        />
        <TextField
          autoComplete="off"
          hint={t('form.roleHint')}
          label={t('form.role')}
          name="outsideRole"
          returned={returned}
        />
        <SelectField
          choices={choices}
          defaultValue={language}
          label={t('form.language')}
          name="outsideLanguage"
          returned={returned}
        />
        <button className="button" type="submit">
          {t('form.send')}
        </button>
      </form>
    </section>
  )
}
