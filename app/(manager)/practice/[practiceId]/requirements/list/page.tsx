import { getTranslations } from 'next-intl/server'
import { PracticeFrame } from '#components/compliance/practice-frame'
import { Notice } from '#components/form/form-parts'
import { ProfileCard } from '#components/requirements/profile-card'
import { RequirementTerms } from '#components/requirements/requirement-terms'
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
  const own = await getTranslations('requirements')
  const people = await getTranslations('people')
  return (
    <PracticeFrame
      action={
        <a className="button" href={routes.newRequirement(view.practiceId)}>
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
            hrefs={{
              people: withRosterAddress(routes.practice(view.practiceId), {
                ...plainRoster,
                requirementId: requirement.id,
              }),
              requirement: routes.requirement(view.practiceId, requirement.id),
            }}
            key={requirement.id}
            requirement={requirement}
            today={view.today}
          />
        ))}
      </div>
      <section className="mt-10">
        <h2>{own('stateTitle', { state: people(`states.${view.state}` as 'states.MO') })}</h2>
        <p className="mb-4 max-w-prose">
          {view.profiles.length > 0 ? own('stateHint') : own('stateUnknown')}
        </p>
        <div className="space-y-4">
          {view.profiles.map((profile) => (
            <ProfileCard key={profile.id} profile={profile} />
          ))}
        </div>
        <p className="mt-3">
          <a className="inline-flex min-h-11 items-center" href={routes.requirementProfiles(view.practiceId)}>
            {own('allStates')}
          </a>
        </p>
      </section>
    </PracticeFrame>
  )
}
