import { getTranslations } from 'next-intl/server'
import { PracticeFrame } from '#components/compliance/practice-frame'
import { ErrorSummary, Notice } from '#components/form/form-parts'
import { NetworkEntry } from '#components/network/network-entry'
import { NetworkMembership } from '#components/network/network-membership'
import { viewNetwork } from '#lib/use-cases/network/view-network'
import { pageContext } from '#lib/web/page'
import { paramsOr404 } from '#lib/web/params'
import { practiceId } from '#lib/web/practice-fields'
import { practiceLinks } from '#lib/web/practice-links'
import { routes } from '#lib/web/routes'

/** The network of practices that a practice is in, or the ways into one. */
export default async function NetworkPage({
  params,
  searchParams,
}: PageProps<'/practice/[practiceId]/network'>) {
  const input = await paramsOr404({ practiceId }, params)
  const { view, actor, returned } = await pageContext((context) => viewNetwork(context, input), {
    path: routes.practiceNetwork(input.practiceId),
    search: searchParams,
  })
  const t = await getTranslations('network')
  const { practiceId: id, practiceName, network } = view
  const { newNetworkCode } = returned.values
  return (
    <PracticeFrame
      actor={actor}
      current="network"
      links={practiceLinks(id, { canAdminister: true })}
      practiceName={practiceName}
      title={t('title')}
    >
      <Notice returned={returned} />
      <ErrorSummary returned={returned} />
      <p className="mb-6 max-w-prose">{t('intro')}</p>
      {network ? (
        <NetworkMembership
          actions={{ makeCode: routes.networkCodes(id), leave: routes.networkDeparture(id) }}
          code={typeof newNetworkCode === 'string' ? newNetworkCode : null}
          network={network}
        />
      ) : (
        <NetworkEntry
          actions={{ join: routes.networkMembership(id), found: routes.networkFounding(id) }}
          practiceName={practiceName}
          returned={returned}
        />
      )}
    </PracticeFrame>
  )
}
