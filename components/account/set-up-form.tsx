import { getTranslations } from 'next-intl/server'
import { type Returned, SelectField, TextField } from '#components/form/form-parts'
import { roles } from '#lib/domain/people/roles'
import { usStates, usTimeZones } from '#lib/domain/people/us-states'

type SetUpFormProps = { readonly action: string; readonly returned: Returned }

export async function SetUpForm({ action, returned }: SetUpFormProps) {
  const t = await getTranslations('account.setUp')
  return (
    <form action={action} className="space-y-10" method="post" noValidate>
      <fieldset className="space-y-5">
        <legend className="mb-3 text-xl font-semibold">{t('practiceTitle')}</legend>
        <PracticeFields returned={returned} />
      </fieldset>
      <fieldset className="space-y-5">
        <legend className="mb-3 text-xl font-semibold">{t('youTitle')}</legend>
        <PersonFields returned={returned} />
      </fieldset>
      <button className="button" type="submit">
        {t('button')}
      </button>
    </form>
  )
}

async function PracticeFields({ returned }: { returned: Returned }) {
  const t = await getTranslations('account.setUp')
  const people = await getTranslations('people')
  const states = usStates
    .map((state) => ({ value: state, label: people(`states.${state}`) }))
    .toSorted((a, b) => a.label.localeCompare(b.label))
  return (
    <>
      <TextField
        autoComplete="organization"
        hint={t('practiceNameHint')}
        label={t('practiceName')}
        name="practiceName"
        returned={returned}
      />
      <SelectField
        choices={[{ value: '', label: t('choose') }, ...states]}
        label={t('state')}
        name="state"
        returned={returned}
      />
      <SelectField
        choices={usTimeZones.map((zone) => ({ value: zone, label: people(`timeZones.${zone}`) }))}
        defaultValue="America/Chicago"
        hint={t('timeZoneHint')}
        label={t('timeZone')}
        name="timeZone"
        returned={returned}
      />
    </>
  )
}

async function PersonFields({ returned }: { returned: Returned }) {
  const t = await getTranslations('account.setUp')
  const account = await getTranslations('account')
  const people = await getTranslations('people')
  return (
    <>
      <TextField autoComplete="name" hint={t('nameHint')} label={t('name')} name="name" returned={returned} />
      <SelectField
        choices={[
          { value: '', label: t('choose') },
          ...roles.map((role) => ({ value: role, label: people(`roles.${role}`) })),
        ]}
        hint={t('roleHint')}
        label={t('role')}
        name="role"
        returned={returned}
      />
      <TextField
        autoComplete="username"
        label={account('email')}
        name="emailAddress"
        returned={returned}
        type="email"
      />
      <TextField
        autoComplete="new-password"
        hint={t('passwordHint')}
        label={account('password')}
        name="password"
        returned={returned}
        type="password"
      />
    </>
  )
}
