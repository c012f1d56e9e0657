import { getTranslations } from 'next-intl/server'
import { DueNotice } from '#components/compliance/due-notice'
import { NetworkTable } from '#components/compliance/network-table'
import { Shell } from '#components/layout/shell'
import { viewNetwork } from '#lib/use-cases/practice/view-network'
import { pageContext } from '#lib/web/page'
import { plainRoster, withRosterAddress } from '#lib/web/roster-query'
import { routes } from '#lib/web/routes'

export default async function NetworkPage() {
  const { view, actor } = await pageContext(viewNetwork)
  const t = await getTranslations('overview')
  return (
    <Shell actor={actor} width="wide">
      <h1 className="mb-3">{t('network.title')}</h1>
      <p className="mb-6 max-w-prose">{t(view.practices.length === 0 ? 'network.none' : 'network.intro')}</p>
      <DueNotice isDue={view.practices.some(({ isDue }) => isDue)} />
      {view.practices.length > 0 && (
        <NetworkTable
          hrefFor={(id, group) => withRosterAddress(routes.practice(id), { ...plainRoster, group })}
          practices={view.practices}
          together={view.together}
        />
      )}
    </Shell>
  )
}
