import { getTranslations } from 'next-intl/server'
import type { NoteCounts } from '#lib/domain/authoring/note-counts'

type Shipped = {
  readonly id: string
  readonly versionId: string
  readonly title: string
  readonly summary: string
  readonly minutes: number
  readonly version: number
}

type LibraryListProps = {
  readonly units: readonly Shipped[]
  /** Where a copy is asked for, and the field that names the version; null for whoever may not write. */
  readonly copy: { readonly action: string; readonly field: 'moduleVersionId' | 'caseVersionId' } | null
  /** The page of the practice's notes, and how they stand, for what can have some. */
  readonly notesFor?: (id: string) => { readonly href: string; readonly counts: NoteCounts }
  readonly newId: () => string
}

/** The shipped modules or cases, each with the ways to make it one's own. */
export async function LibraryList({ units, copy, notesFor, newId }: LibraryListProps) {
  const t = await getTranslations('authoring')
  return (
    <ul className="grid gap-3 md:grid-cols-2">
      {units.map(({ id, versionId, title, summary, version, minutes }) => (
        <li className="card flex flex-col gap-2" key={versionId}>
          <h3 className="text-lg">{title}</h3>
          <p>{summary}</p>
          <p className="text-muted text-sm">
            {t('version', { number: version })} · {t('minutes', { minutes })}
          </p>
          <div className="mt-auto flex flex-wrap gap-3">
            {copy && (
              <form action={copy.action} method="post">
                <input name="draftId" type="hidden" value={newId()} />
                <input name={copy.field} type="hidden" value={versionId} />
                <button aria-label={t('adaptOf', { title })} className="button-quiet" type="submit">
                  {t('adapt')}
                </button>
              </form>
            )}
            {notesFor && (
              <a aria-label={t('notesOf', { title })} className="button-quiet" href={notesFor(id).href}>
                {t('notes')}
              </a>
            )}
          </div>
          {notesFor && <NoteLine counts={notesFor(id).counts} />}
        </li>
      ))}
    </ul>
  )
}

async function NoteLine({ counts: { shown, waiting, gone } }: { readonly counts: NoteCounts }) {
  const t = await getTranslations('notes')
  const words = [
    ...(shown > 0 ? [t('summary.shown', { count: shown })] : []),
    ...(waiting > 0 ? [t('summary.waiting', { count: waiting })] : []),
  ]
  return (
    <>
      {words.length > 0 && <p className="text-muted text-sm">{words.join(' · ')}</p>}
      {gone > 0 && (
        <p className="border-notice-line bg-notice rounded-lg border px-3 py-1">
          {t('summary.gone', { count: gone })}
        </p>
      )}
    </>
  )
}
