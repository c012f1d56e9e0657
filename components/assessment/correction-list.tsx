import { getTranslations } from 'next-intl/server'

type Correction = {
  readonly title: string
  readonly language: string
  readonly fromVersionId: string
  readonly fromVersion: number
  readonly toVersion: number
  readonly itemIds: readonly string[]
  readonly isWaiting: boolean
}
type CorrectionListProps = {
  readonly corrections: readonly Correction[]
  readonly hrefFor: (moduleVersionId: string) => string
}

/** The versions whose key a later one corrects, and whether anything waits to be scored again. */
export async function CorrectionList({ corrections, hrefFor }: CorrectionListProps) {
  const t = await getTranslations('measurement')
  return (
    <section aria-labelledby="corrections-title" className="mb-8 space-y-3">
      <h2 id="corrections-title">{t('correction.title')}</h2>
      {corrections.length === 0 && <p className="card">{t('correction.none')}</p>}
      {corrections.map(({ title, language, fromVersionId, fromVersion, toVersion, itemIds, isWaiting }) => (
        <div className="card" key={fromVersionId}>
          <h3 className="text-base" lang={language}>
            {title}
          </h3>
          <p>{t('correction.versions', { from: fromVersion, to: toVersion, items: itemIds.length })}</p>
          {isWaiting ? (
            <a className="inline-flex min-h-11 items-center font-medium" href={hrefFor(fromVersionId)}>
              {t('correction.look', { version: fromVersion })}
            </a>
          ) : (
            <p className="text-muted">{t('correction.done')}</p>
          )}
        </div>
      ))}
    </section>
  )
}
