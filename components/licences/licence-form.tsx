import { getTranslations } from 'next-intl/server'
import { type Returned, SelectField, TextField } from '#components/form/form-parts'
import { professions } from '#lib/domain/people/licences'
import { usStates } from '#lib/domain/people/us-states'

type LicenceFormProps = {
  readonly action: string
  readonly licenceId: string
  readonly factId: string
  /** What stands there already, where it is corrected. A renewal date has its own form. */
  readonly known?: { readonly profession: string; readonly state: string; readonly number: string }
  readonly returned: Returned
}

/** What stands on the paper. */
export async function LicenceForm({ action, licenceId, factId, known, returned }: LicenceFormProps) {
  const t = await getTranslations('licences')
  const people = await getTranslations('people')
  return (
    <form action={action} className="space-y-4" method="post" noValidate>
      <input name="licenceId" type="hidden" value={licenceId} />
      <input name="licenceFactId" type="hidden" value={factId} />
      <SelectField
        choices={[
          ...(known ? [] : [{ value: '', label: t('choose') }]),
          ...professions.map((value) => ({ value, label: t(`professions.${value}`) })),
        ]}
        defaultValue={known?.profession}
        label={t('profession')}
        name="profession"
        returned={returned}
      />
      <SelectField
        choices={usStates.map((value) => ({ value, label: people(`states.${value}`) }))}
        defaultValue={known?.state ?? 'MO'}
        label={t('state')}
        name="state"
        returned={returned}
      />
      <TextField
        defaultValue={known?.number}
        hint={t('numberHint')}
        label={t('number')}
        name="licenceNumber"
        returned={returned}
      />
      {!known && <TextField label={t('renewsOnOptional')} name="renewsOn" returned={returned} type="date" />}
      <button className={known ? 'button-quiet' : 'button'} type="submit">
        {known ? t('correctButton') : t('addButton')}
      </button>
    </form>
  )
}
