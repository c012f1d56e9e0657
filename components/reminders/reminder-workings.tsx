import { getTranslations } from 'next-intl/server'
import { dayWords } from '#components/compliance/day-words'
import type { LocalDate } from '#lib/domain/calendar'

type ReminderWorkingsProps = {
  /** Why nothing is sent by itself; null where it is. */
  readonly isOff: 'demo' | 'no-server' | 'off' | null
  /** The last day whose reminders were planned. */
  readonly plannedOn: LocalDate | null
}

/** Whether Beacon reminds by itself, and when it did last. */
export async function ReminderWorkings({ isOff, plannedOn }: ReminderWorkingsProps) {
  const t = await getTranslations('reminders')
  const day = await dayWords()
  if (isOff) return <p className="card mb-6 font-medium">{t(`record.${isOff}`)}</p>
  return (
    <p className="mb-6 max-w-prose">
      {t('record.on')} {plannedOn && t('record.last', { on: day(plannedOn) })}
    </p>
  )
}
