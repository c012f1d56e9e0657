import { getTranslations } from 'next-intl/server'
import { ErrorSummary, Notice, TextField } from '#components/form/form-parts'
import { Shell } from '#components/layout/shell'
import { LicenceCard } from '#components/licences/licence-card'
import { OwnProposal } from '#components/licences/own-proposal'
import { viewOwnLicence } from '#lib/use-cases/licences/view-own-licence'
import { licenceId } from '#lib/web/licence-fields'
import { pageContext } from '#lib/web/page'
import { paramsOr404 } from '#lib/web/params'
import { routes } from '#lib/web/routes'

/** One licence of my own, and where I say when it renews. */
export default async function OwnLicencePage({
  params,
  searchParams,
}: PageProps<'/account/licences/[licenceId]'>) {
  const input = await paramsOr404({ licenceId }, params)
  const { view, actor, returned } = await pageContext((context) => viewOwnLicence(context, input), {
    path: routes.ownLicence(input.licenceId),
    search: searchParams,
  })
  const t = await getTranslations('licences.own')
  return (
    <Shell actor={actor}>
      <h1 className="mb-2">{t('title')}</h1>
      <p className="mb-6">{t('intro')}</p>
      <ErrorSummary returned={returned} />
      <Notice returned={returned} />
      <ul className="mb-6">
        <LicenceCard licence={view}>
          <OwnProposal licence={view} />
        </LicenceCard>
      </ul>
      {view.endedOn === null && (
        <form action={routes.licenceProposals(view.id)} className="space-y-4" method="post" noValidate>
          <TextField label={t('propose')} name="renewsOn" returned={returned} type="date" />
          <button className="button" type="submit">
            {t('button')}
          </button>
        </form>
      )}
      <p className="mt-6">
        <a className="inline-flex min-h-11 items-center" href={routes.ownLicences}>
          {t('all')}
        </a>
      </p>
    </Shell>
  )
}
