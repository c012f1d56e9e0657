import { getTranslations } from 'next-intl/server'
import { Shell } from '#components/layout/shell'
import { actorIfKnown } from '#lib/web/page'
import { routes } from '#lib/web/routes'
import { saidInStyle } from '#lib/web/words-in-style'

export const metadata = saidInStyle('not-found')

/** One answer for what does not exist and what is not yours to see. */
export default async function NotFoundPage() {
  const actor = await actorIfKnown()
  const t = await getTranslations('common')
  return (
    <Shell actor={actor}>
      <h1 className="mb-4">{t('notFoundTitle')}</h1>
      <p className="mb-6">{t('notFoundBody')}</p>
      <a className="button" href={routes.home}>
        {t('toStart')}
      </a>
    </Shell>
  )
}
