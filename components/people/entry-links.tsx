import { getTranslations } from 'next-intl/server'
import type { EntryKind } from '#lib/domain/people/entries/entry'

type EntryLinksProps = {
  readonly links: readonly { readonly kind: EntryKind; readonly href: string }[]
  /** Why nothing can be recorded here by the reader: it is their own record, and somebody else could. */
  readonly isBarred: boolean
}

/** What a manager can record about the person, each on a small page of its own. */
export async function EntryLinks({ links, isBarred }: EntryLinksProps) {
  const t = await getTranslations('entries')
  return (
    <nav aria-labelledby="record-something" className="card no-print">
      <h2 id="record-something">{t('listTitle')}</h2>
      <p className="text-muted mb-2 text-sm">{isBarred ? t('barred.own-record') : t('listHint')}</p>
      {links.length > 0 && (
        <ul className="divide-line divide-y">
          {links.map(({ kind, href }) => (
            <li key={kind}>
              <a className="inline-flex min-h-11 w-full items-center" href={href}>
                {t(`link.${kind}`)}
              </a>
            </li>
          ))}
        </ul>
      )}
    </nav>
  )
}
