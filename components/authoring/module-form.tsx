import { getTranslations } from 'next-intl/server'
import { type Returned, SelectField, TextField } from '#components/form/form-parts'
import { TextArea } from '#components/form/text-area'

type ModuleFormProps = {
  readonly action: string
  /** The same form, sent again, begins the same module. */
  readonly draftId: string
  readonly language: string
  readonly returned: Returned
}

const numbers = [1, 2, 3] as const

/** What a module begins with. */
export async function ModuleForm({ action, draftId, language, returned }: ModuleFormProps) {
  const t = await getTranslations('authoring')
  const choices = (['en', 'es'] as const).map((value) => ({ value, label: t(`form.language.${value}`) }))
  return (
    <form action={action} className="space-y-5" method="post" noValidate>
      <input name="draftId" type="hidden" value={draftId} />
      <TextField
        autoComplete="off"
        hint={t('form.moduleTitleHint')}
        label={t('form.moduleTitle')}
        name="moduleTitle"
        returned={returned}
      />
      <TextArea
        hint={t('form.moduleSummaryHint')}
        label={t('form.moduleSummary')}
        name="moduleSummary"
        returned={returned}
        rows={2}
      />
      {numbers.map((number) => (
        <TextArea
          {...(number === 1 && { hint: t('form.objectiveHint') })}
          key={number}
          label={t('form.objective', { number })}
          name={`objective${number}`}
          returned={returned}
          rows={2}
        />
      ))}
      <SelectField
        choices={choices}
        defaultValue={language}
        label={t('form.moduleLanguage')}
        name="moduleLanguage"
        returned={returned}
      />
      <button className="button" type="submit">
        {t('form.begin')}
      </button>
    </form>
  )
}
