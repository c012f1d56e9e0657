import { getTranslations } from 'next-intl/server'
import { PracticeFrame } from '#components/compliance/practice-frame'
import { RequirementTerms } from '#components/compliance/requirement-terms'
import { Notice } from '#components/form/form-parts'
import { viewRequirements } from '#lib/use-cases/practice/view-requirements'
import { pageContext } from '#lib/web/page'
import { paramsOr404 } from '#lib/web/params'
import { practiceId } from '#lib/web/practice-fields'
import { practiceLinks } from '#lib/web/practice-links'
import { plainRoster, withRosterAddress } from '#lib/web/roster-query'
import { routes } from '#lib/web/routes'

export default async function RequirementListPage({
  params,
  searchParams,
}: PageProps<'/practice/[practiceId]/requirements/list'>) {
  const input = await paramsOr404({ practiceId }, params)
  const { view, actor, returned } = await pageContext((context) => viewRequirements(context, input), {
    path: routes.requirementList(input.practiceId),
    search: searchParams,
  })
  const t = await getTranslations('practice')
  const add = routes.newRequirement(view.practiceId)
  return (
    <PracticeFrame
      action={
        <a className="button" href={add}>
          {t('requirement.add')}
        </a>
      }
      actor={actor}
      current="requirements"
      links={practiceLinks(view.practiceId, view)}
      practiceName={view.practiceName}
      title={t('requirement.listTitle')}
    >
      <Notice returned={returned} />
      {view.requirements.length === 0 && <p className="card">{t('requirement.empty')}</p>}
      <div className="space-y-6">
        {view.requirements.map((requirement) => (
          <RequirementTerms
            href={withRosterAddress(routes.practice(view.practiceId), {
              ...plainRoster,
              requirementId: requirement.id,
            })}
            key={requirement.id}
            requirement={requirement}
          />
        ))}
      </div>
    </PracticeFrame>
  )
}
