import { getTranslations } from 'next-intl/server'

type PagerProps = {
  readonly page: number
  readonly pages: number
  readonly hrefFor: (page: number) => string
}

/** The way to the other pages of a table; nothing where there is one. */
export async function Pager({ page, pages, hrefFor }: PagerProps) {
  if (pages === 1) return null
  const t = await getTranslations('practice')
  return (
    <nav aria-label={t('pager.label')} className="no-print mt-6 flex flex-wrap items-center gap-4">
      {page > 1 && (
        <a className="button-quiet" href={hrefFor(page - 1)} rel="prev">
          {t('pager.previous')}
        </a>
      )}
      <span>{t('pager.where', { page, pages })}</span>
      {page < pages && (
        <a className="button-quiet" href={hrefFor(page + 1)} rel="next">
          {t('pager.next')}
        </a>
      )}
    </nav>
  )
}
