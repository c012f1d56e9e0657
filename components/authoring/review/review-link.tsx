import { getTranslations } from 'next-intl/server'

type ReviewLinkProps = {
  readonly count: number
  readonly href: string
  readonly differences: string
  /** Where somebody from outside is invited; null for whoever may not. */
  readonly outside: string | null
}

/** Where a draft is read whole, and how many comments on it are open. */
export async function ReviewLink({ count, href, differences, outside }: ReviewLinkProps) {
  const t = await getTranslations('review')
  return (
    <section aria-labelledby="comments" className="mb-10">
      <h2 className="mb-3 text-xl" id="comments">
        {t('draft.title')}
      </h2>
      <p className="mb-3">{t('open', { count })}</p>
      <div className="flex flex-wrap gap-3">
        <a className="button-quiet" href={href}>
          {t('draft.read')}
        </a>
        <a className="button-quiet" href={differences}>
          {t('draft.differences')}
        </a>
        {outside && (
          <a className="button-quiet" href={outside}>
            {t('draft.outside')}
          </a>
        )}
      </div>
    </section>
  )
}
