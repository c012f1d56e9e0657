import { getTranslations } from 'next-intl/server'
import { type Returned, SelectField, TextField } from '#components/form/form-parts'
import { TextArea } from '#components/form/text-area'

type AboutFieldsProps = {
  readonly about: {
    readonly title: string
    readonly summary: string
    readonly minutes: number | null
  } | null
  readonly modules: readonly { readonly moduleId: string; readonly title: string }[]
  /** Which of them the case exercises; empty where none of them is it alone. */
  readonly moduleId: string
  readonly returned: Returned
}

/** What a case says of itself, and the module that teaches what it exercises. */
export async function AboutFields({ about, modules, moduleId, returned }: AboutFieldsProps) {
  const t = await getTranslations('caseDrafts')
  const fields = await getTranslations('fields')
  const choices = [
    { value: '', label: t(about ? 'about.asItStands' : 'about.whichModule') },
    ...modules.map((module) => ({ value: module.moduleId, label: module.title })),
  ]
  return (
    <>
      <TextField
        autoComplete="off"
        defaultValue={about?.title}
        hint={t('hint.caseTitle')}
        label={fields('caseTitle')}
        name="caseTitle"
        returned={returned}
      />
      <TextArea
        defaultValue={about?.summary}
        hint={t('hint.caseSummary')}
        label={fields('caseSummary')}
        name="caseSummary"
        returned={returned}
        rows={2}
      />
      <TextField
        defaultValue={typeof about?.minutes === 'number' ? String(about.minutes) : undefined}
        hint={t('hint.caseMinutes')}
        inputMode="numeric"
        label={fields('caseMinutes')}
        name="caseMinutes"
        returned={returned}
      />
      <SelectField
        choices={choices}
        defaultValue={moduleId}
        hint={t('hint.caseModule')}
        label={fields('caseModule')}
        name="caseModule"
        returned={returned}
      />
    </>
  )
}
