import { getTranslations } from 'next-intl/server'
import { type Returned, SelectField } from '#components/form/form-parts'
import { type AlarmChoice, alarmChoices } from '#lib/domain/compliance/calendar-entries'

type CalendarFeedProps = {
  readonly isOn: boolean
  readonly alarm: AlarmChoice
  /** The secret address, in the moment in which it was made. */
  readonly address: string | null
  readonly actions: { readonly renew: string; readonly alarm: string; readonly end: string }
  readonly returned: Returned
}

export async function CalendarFeed({ isOn, alarm, address, actions, returned }: CalendarFeedProps) {
  const t = await getTranslations('calendar')
  const alarmField = (
    <SelectField
      choices={alarmChoices.map((value) => ({ value, label: t(`alarms.${value}`) }))}
      defaultValue={alarm}
      hint={t('alarmHint')}
      label={t('alarm')}
      name="alarm"
      returned={returned}
    />
  )
  if (!isOn) {
    return (
      <form action={actions.renew} className="space-y-5" method="post" noValidate>
        {alarmField}
        <button className="button" type="submit">
          {t('make')}
        </button>
      </form>
    )
  }
  return (
    <div className="space-y-8">
      {address ? <Address address={address} /> : <p className="card">{t('isOn')}</p>}
      <form action={actions.alarm} className="space-y-4" method="post" noValidate>
        {alarmField}
        <button className={address ? 'button-quiet' : 'button'} type="submit">
          {t('saveAlarm')}
        </button>
      </form>
      <Renewal actions={actions} alarm={alarm} />
    </div>
  )
}

async function Address({ address }: { address: string }) {
  const t = await getTranslations('calendar')
  return (
    <section aria-labelledby="address" className="border-good bg-good-soft rounded-xl border-2 p-4">
      <h2 className="mb-2 text-lg" id="address">
        {t('addressTitle')}
      </h2>
      <p className="mb-3 max-w-prose">{t('addressHint')}</p>
      <p className="bg-surface border-line rounded-lg border p-3 font-mono text-sm wrap-anywhere select-all">
        {address}
      </p>
    </section>
  )
}

/** A new address for one that somebody else may have seen, and the way to have none. */
async function Renewal({ actions, alarm }: Pick<CalendarFeedProps, 'actions' | 'alarm'>) {
  const t = await getTranslations('calendar')
  return (
    <section aria-labelledby="renewal">
      <h2 className="mb-2" id="renewal">
        {t('renewTitle')}
      </h2>
      <p className="mb-3 max-w-prose">{t('renewHint')}</p>
      <div className="flex flex-wrap gap-3">
        <form action={actions.renew} method="post">
          <input name="alarm" type="hidden" value={alarm} />
          <button className="button-quiet" type="submit">
            {t('renew')}
          </button>
        </form>
        <form action={actions.end} method="post">
          <button className="button-quiet" type="submit">
            {t('end')}
          </button>
        </form>
      </div>
    </section>
  )
}
