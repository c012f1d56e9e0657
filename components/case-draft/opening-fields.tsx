import { getTranslations } from 'next-intl/server'
import { type Returned, TextField } from '#components/form/form-parts'
import { TextArea } from '#components/form/text-area'

type Opening = {
  readonly setting: string
  readonly role: string
  readonly patient: {
    readonly name: string
    readonly age: number | null
    readonly pronouns: string
    readonly reason: string
  }
  readonly known: readonly string[]
  readonly contentNote: string
}

type OpeningFieldsProps = { readonly opening: Opening | null; readonly returned: Returned }

/** What a learner knows before the first scene. */
export async function OpeningFields({ opening, returned }: OpeningFieldsProps) {
  const t = await getTranslations('caseDrafts')
  const fields = await getTranslations('fields')
  const patient = opening?.patient
  const area = (name: 'caseSetting' | 'caseRole' | 'caseReason', value: string | undefined, rows = 2) => (
    <TextArea
      defaultValue={value}
      hint={t(`hint.${name}`)}
      label={fields(name)}
      name={name}
      returned={returned}
      rows={rows}
    />
  )
  return (
    <>
      {area('caseSetting', opening?.setting)}
      {area('caseRole', opening?.role)}
      <TextField
        autoComplete="off"
        defaultValue={patient?.name}
        hint={t('hint.casePatient')}
        label={fields('casePatient')}
        name="casePatient"
        returned={returned}
      />
      <TextField
        defaultValue={typeof patient?.age === 'number' ? String(patient.age) : undefined}
        inputMode="numeric"
        label={fields('caseAge')}
        name="caseAge"
        returned={returned}
      />
      <TextField
        autoComplete="off"
        defaultValue={patient?.pronouns}
        hint={t('hint.casePronouns')}
        label={fields('casePronouns')}
        name="casePronouns"
        returned={returned}
      />
      {area('caseReason', patient?.reason)}
      <TextArea
        defaultValue={opening?.known.join('\n')}
        hint={t('hint.caseKnown')}
        label={fields('caseKnown')}
        name="caseKnown"
        returned={returned}
      />
      <TextArea
        defaultValue={opening?.contentNote}
        hint={t('hint.caseNote')}
        label={fields('caseNote')}
        name="caseNote"
        returned={returned}
        rows={2}
      />
    </>
  )
}
