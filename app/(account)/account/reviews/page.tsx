import { getLocale, getTranslations } from 'next-intl/server'
import { Notice } from '#components/form/form-parts'
import { Shell } from '#components/layout/shell'
import { RefresherList } from '#components/refresher/refresher-list'
import { viewRefreshers } from '#lib/use-cases/refreshers/view-refreshers'
import { dayFormatter } from '#lib/web/format-day'
import { pageContext } from '#lib/web/page'
import { routes } from '#lib/web/routes'

/** Whether I am offered short reviews, and those that I was offered. */
export default async function RefreshersPage({ searchParams }: PageProps<'/account/reviews'>) {
  const { view, actor, returned } = await pageContext(viewRefreshers, {
    path: routes.accountRefreshers,
    search: searchParams,
  })
  const t = await getTranslations('refreshers')
  const formatDay = dayFormatter(await getLocale())
  const { isWanted, refreshers } = view
  return (
    <Shell actor={actor}>
      <p className="mb-2">
        <a className="inline-flex min-h-11 items-center" href={routes.account}>
          {t('account')}
        </a>
      </p>
      <h1 className="mb-3">{t('mine')}</h1>
      <Notice returned={returned} />
      <p className="mb-4 max-w-prose">{t('about')}</p>
      <form action={routes.refresherWish} className="card mb-8 space-y-3" method="post">
        <p className="font-medium">{isWanted ? t('isOn') : t('isOff')}</p>
        <input name="wanted" type="hidden" value={isWanted ? 'no' : 'yes'} />
        <button className="button" type="submit">
          {isWanted ? t('switchOff') : t('switchOn')}
        </button>
      </form>
      <section aria-labelledby="offered">
        <h2 className="mb-3" id="offered">
          {t('offeredTitle')}
        </h2>
        <RefresherList
          hrefFor={routes.refresher}
          refreshers={refreshers.map((each) => ({ ...each, offeredOn: formatDay(each.offeredOn) }))}
        />
      </section>
    </Shell>
  )
}
