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
    readonly language: string | null
    readonly through: LocalDate | null
    readonly by: string | null
    readonly reason: string | null
    readonly corrects: string | null
    readonly isCorrected: boolean
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
        {entries.map((entry) => (
          <li key={entry.id}>
            <span className="text-muted block text-sm">{day(entry.on)}</span>
            {t(`fact.${entry.kind}`, {
              role: entry.role ? people(`roles.${entry.role}`) : '',
              module: entry.module ?? '',
              track: entry.track ?? '',
              through: entry.through ? day(entry.through) : '',
              // A branch of a message has no hyphen in its name.
              corrects: entry.corrects === 'role-started' ? 'roleStarted' : (entry.corrects ?? 'other'),
            })}
            <Notes entry={entry} />
          </li>
        ))}
      </ol>
    </section>
  )
}

/** What a fact says beside itself: the language that a part was taken in, a correction, who recorded it and why. */
async function Notes({ entry }: { readonly entry: TimelineProps['entries'][number] }) {
  const t = await getTranslations('practice')
  const { language, by, reason } = entry
  return (
    <>
      {language && <span className="text-muted block text-sm">{t('person.takenIn', { language })}</span>}
      {entry.isCorrected && <span className="block text-sm font-medium">{t('person.isCorrected')}</span>}
      {by && <span className="text-muted block text-sm">{t('person.by', { name: by })}</span>}
      {reason && <span className="block text-sm">{reason}</span>}
    </>
  )
}
