import { getFormatter, getTranslations } from 'next-intl/server'
import { type Returned, SelectField, TextField } from '#components/form/form-parts'
import { RadioGroup } from '#components/form/radio-group'
import { hasProblem, type QuestionsProps } from '#components/requirements/question-props'

const months = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'] as const

export async function TrackQuestions({ choices, returned }: QuestionsProps) {
  const t = await getTranslations('practice')
  const own = await getTranslations('requirements')
  const tracks = choices.tracks.map(({ id, title, modules, cases, minutes }) => ({
    value: id,
    label: t('requirement.trackChoice', { title, modules, cases, minutes }),
  }))
  return (
    <>
      <SelectField choices={tracks} label={t('requirement.track')} name="trackId" returned={returned} />
      <SelectField
        choices={[{ value: '', label: own('sameTrack') }, ...tracks]}
        hint={own('renewalTrackHint')}
        label={own('renewalTrack')}
        name="renewalTrackId"
        returned={returned}
      />
    </>
  )
}

const dateFields = ['fixedMonth', 'fixedDay']
const lengthFields = ['periodMonths', 'windowLength', 'windowUnit']

export async function RhythmQuestions({ defaults, returned }: QuestionsProps) {
  const t = await getTranslations('practice')
  const own = await getTranslations('requirements')
  const format = await getFormatter()
  const monthName = (month: string) =>
    format.dateTime(new Date(`2000-${month}-01T00:00:00Z`), { timeZone: 'UTC', month: 'long' })
  // What a cadence does not ask for is out of the way, unless it has to be mended.
  const away = {
    once: hasProblem(returned, [...dateFields, ...lengthFields])
      ? ''
      : 'group-has-[[value=once]:checked]/rhythm:hidden',
    otherDate: hasProblem(returned, dateFields)
      ? ''
      : 'group-has-[[name=cadence]:not([value=fixed-date]):checked]/rhythm:hidden',
  }
  return (
    <div className="group/rhythm space-y-5">
      <RadioGroup
        choices={[
          { value: 'rolling', label: own('cadence.rolling') },
          { value: 'once', label: own('cadence.once') },
          { value: 'fixed-date', label: own('cadence.fixedDate') },
          { value: 'hire-anniversary', label: own('cadence.hireAnniversary') },
          { value: 'licence-renewal', label: own('cadence.licenceRenewal') },
        ]}
        defaultValue={defaults['cadence']}
        label={t('requirement.howOften')}
        name="cadence"
        returned={returned}
      />
      <div className={`border-line space-y-5 border-l-2 pl-4 ${away.once}`}>
        <NumberField defaults={defaults} name="periodMonths" returned={returned} />
        <div className={`flex flex-wrap gap-x-6 gap-y-5 ${away.otherDate}`}>
          <SelectField
            choices={months.map((month) => ({ value: month, label: monthName(month) }))}
            defaultValue={defaults['fixedMonth']}
            hint={own('fixedMonthHint')}
            label={own('fixedMonth')}
            name="fixedMonth"
            returned={returned}
          />
          <NumberField defaults={defaults} name="fixedDay" returned={returned} />
        </div>
        <div className="flex flex-wrap gap-x-6 gap-y-5">
          <NumberField defaults={defaults} name="windowLength" returned={returned} />
          <SelectField
            choices={[
              { value: 'months', label: own('windowUnits.months') },
              { value: 'days', label: own('windowUnits.days') },
            ]}
            defaultValue={defaults['windowUnit']}
            label={own('windowUnit')}
            name="windowUnit"
            returned={returned}
          />
        </div>
      </div>
    </div>
  )
}

export async function DueQuestions({ defaults, returned }: QuestionsProps) {
  const t = await getTranslations('requirements')
  return (
    <>
      <TextField
        defaultValue={defaults['effectiveOn']}
        hint={t('effectiveOnHint')}
        label={t('effectiveOn')}
        name="effectiveOn"
        returned={returned}
        type="date"
      />
      <NumberField defaults={defaults} name="firstDueDays" returned={returned} />
      <TextField
        hint={t('firstDueOnHint')}
        label={t('firstDueOn')}
        name="firstDueOn"
        returned={returned}
        type="date"
      />
      <NumberField defaults={defaults} name="graceDays" returned={returned} />
    </>
  )
}

export async function AuthorityQuestion({ choices, defaults, returned }: QuestionsProps) {
  const t = await getTranslations('requirements')
  const profiles = choices.profiles.map(({ id, who, requirement, confidence, standing }) => {
    const isRead = confidence === 'official' && standing === 'in-force'
    const told = `${who}: ${requirement}`
    return { value: id, label: isRead ? told : `${told} ${t('askYourBoard')}` }
  })
  return (
    <>
      <p>{t('authorityHint')}</p>
      <RadioGroup
        choices={[{ value: 'practice-policy', label: t('practicePolicy') }, ...profiles]}
        defaultValue={defaults['authority']}
        label={t('authority')}
        name="authority"
        returned={returned}
      />
    </>
  )
}

type NumberFieldProps = {
  readonly name: string
  readonly defaults: Readonly<Record<string, string>>
  readonly returned: Returned
}

export async function NumberField({ name, defaults, returned }: NumberFieldProps) {
  const t = await getTranslations('requirements')
  return (
    <TextField
      defaultValue={defaults[name]}
      hint={t(`number.${name}Hint` as 'number.graceDaysHint')}
      inputMode="numeric"
      label={t(`number.${name}` as 'number.graceDays')}
      name={name}
      returned={returned}
    />
  )
}
