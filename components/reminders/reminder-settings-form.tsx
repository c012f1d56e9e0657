import { getTranslations } from 'next-intl/server'
import { CheckboxGroup, type Returned, SelectField, TextField } from '#components/form/form-parts'
import type { ReminderSettings } from '#lib/domain/compliance/reminder-settings'

type ReminderSettingsFormProps = {
  readonly action: string
  readonly settings: ReminderSettings & { readonly version: number }
  readonly requirements: readonly { readonly id: string; readonly name: string }[]
  readonly timeZone: string
  readonly returned: Returned
}

/** When people are reminded, how often, and at which hours. */
export async function ReminderSettingsForm(props: ReminderSettingsFormProps) {
  const t = await getTranslations('reminders')
  return (
    <form action={props.action} className="space-y-6" method="post" noValidate>
      <input name="after" type="hidden" value={props.settings.version} />
      <WhatIsSent {...props} />
      <QuietHours {...props} />
      <Digest {...props} />
      <Switch
        isOn={props.settings.refreshersEnabled}
        name="refreshersEnabled"
        returned={props.returned}
        words="refreshers"
      />
      <p className="text-muted max-w-prose text-sm">{t('settings.refreshersHint')}</p>
      <button className="button" type="submit">
        {t('settings.save')}
      </button>
      <p className="text-muted text-sm">{t('settings.saveHint')}</p>
    </form>
  )
}

async function WhatIsSent({ settings, requirements, returned }: ReminderSettingsFormProps) {
  const t = await getTranslations('reminders')
  const isOff = (id: string) => settings.requirementsOff.some((off) => off === id)
  return (
    <>
      <Switch isOn={settings.enabled} name="enabled" returned={returned} words="enabled" />
      <TextField
        autoComplete="off"
        defaultValue={settings.daysBefore.join(', ')}
        hint={t('settings.daysBeforeHint')}
        label={t('settings.daysBefore')}
        name="daysBefore"
        returned={returned}
      />
      <Switch isOn={settings.dayAfter} name="dayAfter" returned={returned} words="dayAfter" />
      {requirements.length > 0 && (
        <CheckboxGroup
          choices={requirements.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValues={requirements.flatMap(({ id }) => (isOff(id) ? [] : [id]))}
          hint={t('settings.requirementsHint')}
          label={t('settings.requirements')}
          name="requirementsOn"
          returned={afterTyping(returned, 'requirementsOn')}
        />
      )}
    </>
  )
}

async function QuietHours({ settings, timeZone, returned }: ReminderSettingsFormProps) {
  const t = await getTranslations('reminders')
  return (
    <>
      <TextField
        defaultValue={settings.quietFrom}
        hint={t('settings.quietFromHint', { zone: timeZone.replaceAll('_', ' ') })}
        label={t('settings.quietFrom')}
        name="quietFrom"
        returned={returned}
        type="time"
      />
      <TextField
        defaultValue={settings.quietUntil}
        hint={t('settings.quietUntilHint')}
        label={t('settings.quietUntil')}
        name="quietUntil"
        returned={returned}
        type="time"
      />
      <Switch isOn={settings.quietWeekends} name="quietWeekends" returned={returned} words="quietWeekends" />
    </>
  )
}

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const

async function Digest({ settings, returned }: ReminderSettingsFormProps) {
  const t = await getTranslations('reminders')
  return (
    <>
      <Switch isOn={settings.digestEnabled} name="digestEnabled" returned={returned} words="digest" />
      <SelectField
        choices={weekdays.map((day) => ({ value: String(day), label: t(`weekday.${day}`) }))}
        defaultValue={String(settings.digestWeekday)}
        label={t('settings.digestWeekday')}
        name="digestWeekday"
        returned={returned}
      />
    </>
  )
}

type SwitchProps = {
  readonly name: string
  readonly words: 'enabled' | 'dayAfter' | 'quietWeekends' | 'digest' | 'refreshers'
  readonly isOn: boolean
  readonly returned: Returned
}

async function Switch({ name, words, isOn, returned }: SwitchProps) {
  const t = await getTranslations('reminders')
  return (
    <CheckboxGroup
      choices={[{ value: 'on', label: t(`settings.${words}Choice`) }]}
      defaultValues={isOn ? ['on'] : []}
      label={t(`settings.${words}`)}
      name={name}
      returned={afterTyping(returned, name)}
    />
  )
}

/** A box that was unticked in a refused form came back as nothing, and stays unticked. */
function afterTyping(returned: Returned, name: string): Returned {
  const wasTyped = returned.values['after'] !== undefined
  return wasTyped ? { ...returned, values: { [name]: [], ...returned.values } } : returned
}
