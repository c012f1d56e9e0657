import { getTranslations } from 'next-intl/server'
import { Shell } from '#components/layout/shell'
import { LicenceCard } from '#components/licences/licence-card'
import { LicenceLink } from '#components/licences/licence-link'
import { OwnProposal } from '#components/licences/own-proposal'
import { viewOwnLicences } from '#lib/use-cases/licences/view-own-licences'
import { pageContext } from '#lib/web/page'
import { routes } from '#lib/web/routes'

/** My licences as each of my practices has them on record. */
export default async function OwnLicencesPage() {
  const { view, actor } = await pageContext(viewOwnLicences)
  const t = await getTranslations('licences.own')
  return (
    <Shell actor={actor}>
      <h1 className="mb-2">{t('title')}</h1>
      <p className="mb-6">{t('intro')}</p>
      {view.map((place) => (
        <section className="mb-8" key={place.practiceId}>
          <p className="mb-3 text-lg font-semibold">{place.practiceName}</p>
          {place.licences.length === 0 && <p className="card">{t('none')}</p>}
          <ul className="space-y-4">
            {place.licences.map((licence) => (
              <LicenceCard key={licence.id} licence={licence}>
                <OwnProposal licence={licence} />
                {licence.endedOn === null && (
                  <LicenceLink href={routes.ownLicence(licence.id)} licence={licence} seenBy="holder" />
                )}
              </LicenceCard>
            ))}
          </ul>
        </section>
      ))}
    </Shell>
  )
}
