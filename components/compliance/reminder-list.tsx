import { getTranslations } from 'next-intl/server'
import { dayWords } from '#components/compliance/day-words'
import { kindWords } from '#components/reminders/kind-words'
import type { LocalDate } from '#lib/domain/calendar'

type ReminderListProps = {
  readonly reminders: readonly {
    readonly on: LocalDate
    readonly requirement: string
    readonly kind: string
  }[]
}

export async function ReminderList({ reminders }: ReminderListProps) {
  const t = await getTranslations('practice')
  const day = await dayWords()
  const kindOf = await kindWords()
  return (
    <section className="card">
      <h2 className="mb-3">{t('person.reminders')}</h2>
      {reminders.length === 0 && <p className="text-muted">{t('none')}</p>}
      <ul className="space-y-2">
        {reminders.map(({ on, requirement, kind }) => (
          <li key={`${on} ${requirement} ${kind}`}>
            <span className="text-muted block text-sm">{day(on)}</span>
            {requirement}: {kindOf(kind)}
          </li>
        ))}
      </ul>
    </section>
  )
}
