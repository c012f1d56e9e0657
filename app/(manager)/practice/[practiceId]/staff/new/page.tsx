import { getTranslations } from 'next-intl/server'
import { NewStaffForm } from '#components/compliance/new-staff-form'
import { PracticeFrame } from '#components/compliance/practice-frame'
import { ErrorSummary } from '#components/form/form-parts'
import { viewNewStaffMember } from '#lib/use-cases/practice/view-new-staff-member'
import { pageContext } from '#lib/web/page'
import { paramsOr404 } from '#lib/web/params'
import { grantableCapabilities, practiceId } from '#lib/web/practice-fields'
import { practiceLinks } from '#lib/web/practice-links'
import { routes } from '#lib/web/routes'

export default async function NewStaffMemberPage({
  params,
  searchParams,
}: PageProps<'/practice/[practiceId]/staff/new'>) {
  const input = await paramsOr404({ practiceId }, params)
  const { view, actor, returned } = await pageContext((context) => viewNewStaffMember(context, input), {
    path: routes.newStaffMember(input.practiceId),
    search: searchParams,
  })
  const t = await getTranslations('practice')
  return (
    <PracticeFrame
      actor={actor}
      current="overview"
      links={practiceLinks(view.practiceId, view)}
      practiceName={view.practiceName}
      title={t('newStaff.title')}
      width="reading"
    >
      <ErrorSummary returned={returned} />
      <p className="mb-6">
        <a className="inline-flex min-h-11 items-center" href={routes.newRosterImport(view.practiceId)}>
          {t('newStaff.fromFile')}
        </a>
      </p>
      <NewStaffForm
        action={routes.staff(view.practiceId)}
        grantable={view.canAdminister ? grantableCapabilities : []}
        returned={returned}
        today={view.today}
      />
    </PracticeFrame>
  )
}
