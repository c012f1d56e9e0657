import { getTranslations } from 'next-intl/server'
import { ShareWith, WhatIsShown } from '#components/external/sharing'
import { ErrorSummary, Notice } from '#components/form/form-parts'
import { Shell } from '#components/layout/shell'
import { viewSharing } from '#lib/use-cases/external/view-sharing'
import { certificateId } from '#lib/web/certificate-fields'
import { pageContext } from '#lib/web/page'
import { paramsOr404 } from '#lib/web/params'
import { routes } from '#lib/web/routes'

/** What would be shown of a certificate, and to which of the person's other practices. */
export default async function SharingPage({
  params,
  searchParams,
}: PageProps<'/certificates/[certificateId]/sharing'>) {
  const input = await paramsOr404({ certificateId }, params)
  const { view, actor, returned } = await pageContext((context) => viewSharing(context, input), {
    path: routes.certificateSharing(input.certificateId),
    search: searchParams,
  })
  const t = await getTranslations('external.share')
  const { certificate, practices } = view
  return (
    <Shell actor={actor}>
      <h1 className="mb-2">{t('title')}</h1>
      <p className="mb-6">{t('intro')}</p>
      <ErrorSummary returned={returned} />
      <Notice returned={returned} />
      <WhatIsShown certificate={certificate} />
      <section className="mb-8">
        <h2 className="mb-3">{t('toTitle')}</h2>
        {certificate.revoked && <p className="card">{t('revoked')}</p>}
        {practices.length === 0 && <p className="card">{t('none')}</p>}
        {!certificate.revoked && (
          <ul className="space-y-4">
            {practices.map(({ practiceId, practiceName, shown }) => (
              <ShareWith
                action={routes.certificateShares(certificate.id)}
                entryHref={shown && routes.external(shown.id)}
                key={practiceId}
                on={shown && (shown.decision?.decidedOn ?? shown.recordedOn)}
                practiceId={practiceId}
                practiceName={practiceName}
                state={shown && (shown.decision?.outcome ?? 'waiting')}
              />
            ))}
          </ul>
        )}
      </section>
      <p>
        <a className="inline-flex min-h-11 items-center" href={routes.certificate(certificate.id)}>
          {t('back')}
        </a>
      </p>
    </Shell>
  )
}
