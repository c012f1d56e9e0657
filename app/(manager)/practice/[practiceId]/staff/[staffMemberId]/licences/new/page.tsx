import { getTranslations } from 'next-intl/server'
import { PracticeFrame } from '#components/compliance/practice-frame'
import { ErrorSummary } from '#components/form/form-parts'
import { LicenceForm } from '#components/licences/licence-form'
import { viewLicences } from '#lib/use-cases/licences/view-licences'
import { pageContext } from '#lib/web/page'
import { paramsOr404 } from '#lib/web/params'
import { practiceId, staffMemberId } from '#lib/web/practice-fields'
import { practiceLinks } from '#lib/web/practice-links'
import { routes } from '#lib/web/routes'

export default async function NewLicencePage({
  params,
  searchParams,
}: PageProps<'/practice/[practiceId]/staff/[staffMemberId]/licences/new'>) {
  const input = await paramsOr404({ practiceId, staffMemberId }, params)
  const { view, actor, returned } = await pageContext((context) => viewLicences(context, input), {
    path: routes.newLicence(input.practiceId, input.staffMemberId),
    search: searchParams,
  })
  const t = await getTranslations('licences')
  return (
    <PracticeFrame
      actor={actor}
      current="overview"
      links={practiceLinks(view.practiceId, view)}
      practiceName={view.practiceName}
      title={t('addTitle', { name: view.member.name })}
      width="reading"
    >
      <ErrorSummary returned={returned} />
      <LicenceForm
        action={routes.licences(view.practiceId, view.member.id)}
        factId={view.factId}
        licenceId={view.newLicenceId}
        returned={returned}
      />
    </PracticeFrame>
  )
}
