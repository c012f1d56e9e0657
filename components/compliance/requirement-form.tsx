import { getTranslations } from 'next-intl/server'
import { CheckboxGroup, type Returned, SelectField, TextField } from '#components/form/form-parts'
import { RadioGroup } from '#components/form/radio-group'
import { roles } from '#lib/domain/people/roles'

type RequirementFormProps = {
  readonly action: string
  readonly tracks: readonly {
    readonly id: string
    readonly title: string
    readonly modules: number
    readonly minutes: number
  }[]
  readonly defaults: Readonly<Record<string, string>>
  readonly returned: Returned
}

/** The plain questions of a requirement. The form asks for the preview's address, so nothing is lost on the way there. */
export async function RequirementForm(props: RequirementFormProps) {
  const t = await getTranslations('practice')
  return (
    <form action={props.action} className="space-y-8" method="get" noValidate>
      <WhatAndWho {...props} />
      <HowOften {...props} />
      <ByWhen {...props} />
      <button className="button" type="submit">
        {t('requirement.previewButton')}
      </button>
    </form>
  )
}

async function WhatAndWho({ tracks, defaults, returned }: RequirementFormProps) {
  const t = await getTranslations('practice')
  const people = await getTranslations('people')
  return (
    <section className="space-y-5">
      <SelectField
        choices={tracks.map(({ id, title, modules, minutes }) => ({
          value: id,
          label: t('requirement.trackChoice', { title, modules, minutes }),
        }))}
        label={t('requirement.track')}
        name="trackId"
        returned={returned}
      />
      <RadioGroup
        choices={[
          { value: 'everyone', label: t('requirement.everyone') },
          { value: 'roles', label: t('requirement.someRoles') },
        ]}
        defaultValue={defaults['audience']}
        label={t('requirement.who')}
        name="audience"
        returned={returned}
      />
      <div className="border-line border-l-2 pl-4">
        <CheckboxGroup
          choices={roles.map((role) => ({ value: role, label: people(`roles.${role}`) }))}
          hint={t('requirement.rolesHint')}
          label={t('requirement.roles')}
          name="roles"
          returned={returned}
        />
      </div>
    </section>
  )
}

async function HowOften({ defaults, returned }: RequirementFormProps) {
  const t = await getTranslations('practice')
  return (
    <section className="space-y-5">
      <RadioGroup
        choices={[
          { value: 'rolling', label: t('requirement.rolling') },
          { value: 'once', label: t('requirement.once') },
        ]}
        defaultValue={defaults['cadence']}
        label={t('requirement.howOften')}
        name="cadence"
        returned={returned}
      />
      <div className="border-line space-y-5 border-l-2 pl-4">
        <NumberField defaults={defaults} name="periodMonths" returned={returned} />
        <NumberField defaults={defaults} name="windowMonths" returned={returned} />
      </div>
    </section>
  )
}

async function ByWhen({ defaults, returned }: RequirementFormProps) {
  const t = await getTranslations('practice')
  const hasProblem = returned.problems.some(({ field }) => field === 'attemptLimit' || field === 'returnDays')
  return (
    <section className="space-y-5">
      <NumberField defaults={defaults} name="firstDueDays" returned={returned} />
      <NumberField defaults={defaults} name="graceDays" returned={returned} />
      <details open={hasProblem}>
        <summary className="text-accent cursor-pointer py-2.5 font-medium">{t('requirement.more')}</summary>
        <div className="mt-3 space-y-5">
          <NumberField defaults={defaults} name="attemptLimit" returned={returned} />
          <NumberField defaults={defaults} name="returnDays" returned={returned} />
        </div>
      </details>
    </section>
  )
}

type NumberFieldProps = Pick<RequirementFormProps, 'defaults' | 'returned'> & { readonly name: string }

async function NumberField({ name, defaults, returned }: NumberFieldProps) {
  const t = await getTranslations('practice')
  return (
    <TextField
      defaultValue={defaults[name]}
      hint={t(`requirement.${name}Hint`)}
      inputMode="numeric"
      label={t(`requirement.${name}`)}
      name={name}
      returned={returned}
    />
  )
}
