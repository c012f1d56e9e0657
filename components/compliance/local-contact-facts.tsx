import { getTranslations } from 'next-intl/server'
import type { LocalDate } from '#lib/domain/calendar'
import type { LocalContact } from '#lib/domain/curriculum/local-contacts'

export type RecordedContact = LocalContact & {
  readonly recordedOn: LocalDate
  readonly recordedBy: string | null
}

type LocalContactFactsProps = { readonly contact: RecordedContact; day(on: LocalDate): string }

/** One version of a local contact: what it says, when that was checked, and who entered it. */
export async function LocalContactFacts({ contact, day }: LocalContactFactsProps) {
  const t = await getTranslations('practice')
  const { name, phone, hours, note, checkedOn, recordedOn, recordedBy } = contact
  const on = day(recordedOn)
  const facts = [
    ['phone', phone],
    ['hours', hours],
    ['checkedOn', day(checkedOn)],
  ] as const
  return (
    <div className="mt-3">
      <p className="font-semibold wrap-anywhere">{name}</p>
      <dl className="mt-1 space-y-1">
        {facts.map(([label, value]) => (
          <div className="sm:flex sm:gap-3" key={label}>
            <dt className="text-muted sm:w-40 sm:shrink-0">{t(`contacts.${label}`)}</dt>
            <dd className="wrap-anywhere">{value}</dd>
          </div>
        ))}
      </dl>
      {note && <p className="mt-2 max-w-prose wrap-anywhere whitespace-pre-wrap">{note}</p>}
      <p className="text-muted mt-2 text-sm">
        {recordedBy ? t('contacts.by', { on, name: recordedBy }) : t('contacts.byNobody', { on })}
      </p>
    </div>
  )
}
