import { getTranslations } from 'next-intl/server'
import { dayWords } from '#components/compliance/day-words'
import { ExternalState } from '#components/external/external-state'
import type { ExternalEntry } from '#lib/domain/external/external-entry'

type ExternalListProps = {
  readonly entries: readonly (ExternalEntry & { readonly practiceName?: string })[]
  /** Each with the name of whom it is about; to the person themself, with the practice that sees it. */
  readonly seenBy: 'manager' | 'holder'
  hrefFor(entry: ExternalEntry): string
}

/** One line each: what it is, whose, and where it stands. */
export async function ExternalList({ entries, seenBy, hrefFor }: ExternalListProps) {
  const t = await getTranslations('external')
  const day = await dayWords()
  return (
    <ul className="space-y-4">
      {entries.map((entry) => {
        const { id, name, title, provider, completedOn, decision, practiceName = '' } = entry
        const label =
          seenBy === 'manager'
            ? t('list.lookNamed', { name, title })
            : t('own.openNamed', { title, on: day(completedOn) })
        return (
          <li className="card gap-4 sm:flex sm:items-center sm:justify-between" key={id}>
            <div className="wrap-anywhere">
              <h3>{title}</h3>
              {seenBy === 'manager' && <p className="font-medium">{name}</p>}
              <p className="text-muted">
                {provider} · {day(completedOn)}
              </p>
              {seenBy === 'holder' && <p>{t('own.at', { practice: practiceName })}</p>}
              <ExternalState decision={decision} short />
            </div>
            <a aria-label={label} className="button-quiet mt-4 shrink-0 sm:mt-0" href={hrefFor(entry)}>
              {seenBy === 'manager' ? t('list.look') : t('own.open')}
            </a>
          </li>
        )
      })}
    </ul>
  )
}
