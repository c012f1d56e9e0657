import { getTranslations } from 'next-intl/server'
import { dayWords } from '#components/compliance/day-words'
import type { LocalDate } from '#lib/domain/calendar'

type ReminderWorkingsProps = {
  readonly isEnabled: boolean
  readonly isDemo: boolean
  /** The last day whose reminders were planned. */
  readonly plannedOn: LocalDate | null
}

/** Whether Beacon reminds by itself, and when it did last. */
export async function ReminderWorkings({ isEnabled, isDemo, plannedOn }: ReminderWorkingsProps) {
  const t = await getTranslations('reminders')
  const day = await dayWords()
  const isOn = isEnabled && !isDemo
  const why = isDemo ? 'demo' : 'off'
  return (
    <p className={isOn ? 'mb-6 max-w-prose' : 'card mb-6 font-medium'}>
      {t(`record.${isOn ? 'on' : why}`)} {isOn && plannedOn && t('record.last', { on: day(plannedOn) })}
    </p>
  )
}
