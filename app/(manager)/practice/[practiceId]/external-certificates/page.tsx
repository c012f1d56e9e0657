import { getTranslations } from 'next-intl/server'
import { PracticeFrame } from '#components/compliance/practice-frame'
import { ExternalList } from '#components/external/external-list'
import { Notice } from '#components/form/form-parts'
import { viewExternalCertificates } from '#lib/use-cases/external/view-external-certificates'
import { pageContext } from '#lib/web/page'
import { paramsOr404 } from '#lib/web/params'
import { practiceId } from '#lib/web/practice-fields'
import { practiceLinks } from '#lib/web/practice-links'
import { routes } from '#lib/web/routes'

/** Certificates from elsewhere that wait for a second person, and the ones that were decided. */
export default async function WaitingExternalsPage({
  params,
  searchParams,
}: PageProps<'/practice/[practiceId]/external-certificates'>) {
  const input = await paramsOr404({ practiceId }, params)
  const { view, actor, returned } = await pageContext((context) => viewExternalCertificates(context, input), {
    path: routes.waitingExternals(input.practiceId),
    search: searchParams,
  })
  const t = await getTranslations('external.list')
  const hrefFor = ({ id }: { id: string }) => routes.externalReview(view.practiceId, id)
  return (
    <PracticeFrame
      actor={actor}
      current="external"
      links={practiceLinks(view.practiceId, view)}
      practiceName={view.practiceName}
      title={t('title')}
      width="reading"
    >
      <Notice returned={returned} />
      <p className="mb-6">{t('intro')}</p>
      <section className="mb-8">
        <h2 className="mb-3">{t('waiting')}</h2>
        {view.waiting.length === 0 && <p className="card">{t('waitingEmpty')}</p>}
        <ExternalList entries={view.waiting} hrefFor={hrefFor} seenBy="manager" />
      </section>
      {view.decided.length > 0 && (
        <section>
          <h2 className="mb-3">{t('decided')}</h2>
          <ExternalList entries={view.decided} hrefFor={hrefFor} seenBy="manager" />
        </section>
      )}
      {view.hasMore && <p className="mt-6 font-medium">{t('cut')}</p>}
    </PracticeFrame>
  )
}
