import { getTranslations } from 'next-intl/server'

type ListedTrack = {
  readonly trackId: string
  readonly version: number
  readonly title: string
  readonly summary: string
  readonly moduleIds: readonly string[]
  readonly caseIds: readonly string[]
}

type TrackListProps = {
  readonly tracks: readonly ListedTrack[]
  /** Null for whoever may not write. */
  readonly hrefFor: ((trackId: string) => string) | null
}

/** The tracks of a practice in their newest versions. */
export async function TrackList({ tracks, hrefFor }: TrackListProps) {
  const t = await getTranslations('authoring')
  if (tracks.length === 0) return <p className="card">{t('noTracks')}</p>
  return (
    <ul className="grid gap-3 md:grid-cols-2">
      {tracks.map(({ trackId, version, title, summary, moduleIds, caseIds }) => (
        <li className="card" key={trackId}>
          <h3 className="text-lg">
            {hrefFor ? (
              <a className="inline-flex min-h-11 items-center" href={hrefFor(trackId)}>
                {title}
              </a>
            ) : (
              title
            )}
          </h3>
          <p>{summary}</p>
          <p className="text-muted text-sm">
            {t('version', { number: version })} · {t('modules', { count: moduleIds.length })}
            {caseIds.length > 0 && ` · ${t('cases', { count: caseIds.length })}`}
          </p>
        </li>
      ))}
    </ul>
  )
}
