import { getTranslations } from 'next-intl/server'
import { CheckboxGroup, type Returned, SelectField, TextField } from '#components/form/form-parts'
import type { Capability } from '#lib/domain/access/actor'
import type { LocalDate } from '#lib/domain/calendar'
import { employmentKinds, roles } from '#lib/domain/people/roles'

type NewStaffFormProps = {
  readonly action: string
  readonly today: LocalDate
  /** What the actor may grant beyond training. */
  readonly grantable: readonly Capability[]
  readonly returned: Returned
}

export async function NewStaffForm({ action, today, grantable, returned }: NewStaffFormProps) {
  const t = await getTranslations('practice')
  const people = await getTranslations('people')
  return (
    <form action={action} className="space-y-5" method="post" noValidate>
      <TextField autoComplete="off" label={t('newStaff.name')} name="name" returned={returned} />
      <TextField
        autoComplete="off"
        hint={t('newStaff.emailHint')}
        label={t('newStaff.email')}
        name="emailAddress"
        returned={returned}
        type="email"
      />
      <SelectField
        choices={[
          { value: '', label: t('choose') },
          ...roles.map((role) => ({ value: role, label: people(`roles.${role}`) })),
        ]}
        hint={t('newStaff.roleHint')}
        label={t('newStaff.role')}
        name="role"
        returned={returned}
      />
      <PostFields returned={returned} today={today} />
      {grantable.length > 0 && (
        <CheckboxGroup
          choices={grantable.map((capability) => ({
            value: capability,
            label: t(`capability.${capability}`),
            hint: t(`capabilityHint.${capability}`),
          }))}
          hint={t('newStaff.capabilitiesHint')}
          label={t('newStaff.capabilities')}
          name="capabilities"
          returned={returned}
        />
      )}
      <button className="button" type="submit">
        {t('newStaff.button')}
      </button>
    </form>
  )
}

async function PostFields({ today, returned }: Pick<NewStaffFormProps, 'today' | 'returned'>) {
  const t = await getTranslations('practice')
  const people = await getTranslations('people')
  return (
    <>
      <SelectField
        choices={employmentKinds.map((kind) => ({ value: kind, label: people(`employmentKinds.${kind}`) }))}
        label={t('newStaff.kind')}
        name="employmentKind"
        returned={returned}
      />
      <TextField
        hint={t('newStaff.locationHint')}
        label={t('newStaff.location')}
        name="location"
        returned={returned}
      />
      <TextField
        defaultValue={today}
        hint={t('newStaff.startedOnHint')}
        label={t('newStaff.startedOn')}
        name="startedOn"
        returned={returned}
        type="date"
      />
    </>
  )
}
