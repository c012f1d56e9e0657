import { getTranslations } from 'next-intl/server'
import { CalendarFeed } from '#components/account/calendar-feed'
import { ErrorSummary, Notice } from '#components/form/form-parts'
import { Shell } from '#components/layout/shell'
import { viewFeed } from '#lib/use-cases/calendar/view-feed'
import { pageContext } from '#lib/web/page'
import { routes } from '#lib/web/routes'

/** My dates in a calendar of my own: a secret address that can be renewed and turned off. */
export default async function CalendarPage({ searchParams }: PageProps<'/account/calendar'>) {
  const { view, actor, returned } = await pageContext(viewFeed, {
    path: routes.accountCalendar,
    search: searchParams,
  })
  const t = await getTranslations('calendar')
  const { feedAddress } = returned.values
  return (
    <Shell actor={actor}>
      <p className="mb-2">
        <a className="inline-flex min-h-11 items-center" href={routes.account}>
          {t('account')}
        </a>
      </p>
      <h1 className="mb-3">{t('title')}</h1>
      <ErrorSummary returned={returned} />
      <Notice returned={returned} />
      <p className="mb-6 max-w-prose">{t('intro')}</p>
      <CalendarFeed
        actions={{
          renew: routes.accountCalendarFeed,
          alarm: routes.accountCalendarAlarm,
          end: routes.accountCalendarEnd,
        }}
        address={typeof feedAddress === 'string' ? feedAddress : null}
        alarm={view.alarm}
        isOn={view.isOn}
        returned={returned}
      />
    </Shell>
  )
}
