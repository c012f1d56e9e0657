import { getTranslations } from 'next-intl/server'
import { PracticeFrame } from '#components/compliance/practice-frame'
import { ErrorSummary, Notice } from '#components/form/form-parts'
import { RetirementPart } from '#components/requirements/retirement'
import { VersionHistory } from '#components/requirements/version-history'
import { viewRequirement } from '#lib/use-cases/practice/view-requirement'
import { pageContext } from '#lib/web/page'
import { paramsOr404 } from '#lib/web/params'
import { practiceId, requirementId } from '#lib/web/practice-fields'
import { practiceLinks } from '#lib/web/practice-links'
import { plainRoster, withRosterAddress } from '#lib/web/roster-query'
import { routes } from '#lib/web/routes'

/** One requirement, with every version of its rules. */
export default async function RequirementPage({
  params,
  searchParams,
}: PageProps<'/practice/[practiceId]/requirements/[requirementId]'>) {
  const input = await paramsOr404({ practiceId, requirementId }, params)
  const { view, actor, returned } = await pageContext((context) => viewRequirement(context, input), {
    path: routes.requirement(input.practiceId, input.requirementId),
    search: searchParams,
  })
  const t = await getTranslations('requirements')
  const isRetired = view.retirements.some(({ undone }) => undone === null)
  const place = [view.practiceId, view.id] as const
  const people = { ...plainRoster, requirementId: view.id }
  return (
    <PracticeFrame
      action={
        isRetired ? undefined : (
          <a className="button" href={routes.newRequirementVersion(...place)}>
            {t('changeButton')}
          </a>
        )
      }
      actor={actor}
      current="requirements"
      links={practiceLinks(view.practiceId, view)}
      practiceName={view.practiceName}
      title={view.name}
      width="reading"
    >
      <Notice returned={returned} />
      <ErrorSummary returned={returned} />
      <p>{t('asksFor', { title: view.trackTitle })}</p>
      {view.renewalTitle && <p>{t('renewsWith', { title: view.renewalTitle })}</p>}
      <p>
        <a
          className="inline-flex min-h-11 items-center"
          href={withRosterAddress(routes.practice(view.practiceId), people)}
        >
          {t('seePeople')}
        </a>
      </p>
      <VersionHistory versions={view.versions} />
      <RetirementPart
        hrefs={{ retire: routes.retirement(...place), restore: routes.restoration(...place) }}
        retirements={view.retirements}
        returned={returned}
        today={view.today}
      />
    </PracticeFrame>
  )
}
