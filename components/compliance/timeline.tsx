import { getTranslations } from 'next-intl/server'
import { dayWords } from '#components/compliance/day-words'
import type { LocalDate } from '#lib/domain/calendar'

type TimelineProps = {
  readonly entries: readonly {
    readonly id: string
    readonly kind: string
    readonly on: LocalDate
    readonly role: string | null
    readonly module: string | null
    readonly track: string | null
    readonly through: LocalDate | null
    readonly by: string | null
    readonly reason: string | null
  }[]
}

/** What was recorded about a person, in words, the latest first. */
export async function Timeline({ entries }: TimelineProps) {
  const t = await getTranslations('practice')
  const people = await getTranslations('people')
  const day = await dayWords()
  return (
    <section className="card">
      <h2>{t('person.timeline')}</h2>
      <p className="text-muted mb-3 text-sm">{t('person.timelineHint')}</p>
      <ol className="border-line space-y-3 border-l-2 pl-4">
        {entries.map(({ id, kind, on, role, module, track, through, by, reason }) => (
          <li key={id}>
            <span className="text-muted block text-sm">{day(on)}</span>
            {t(`fact.${kind}`, {
              role: role ? people(`roles.${role}`) : '',
              module: module ?? '',
              track: track ?? '',
              through: through ? day(through) : '',
            })}
            {by && <span className="text-muted block text-sm">{t('person.by', { name: by })}</span>}
            {reason && <span className="block text-sm">{reason}</span>}
          </li>
        ))}
      </ol>
    </section>
  )
}
